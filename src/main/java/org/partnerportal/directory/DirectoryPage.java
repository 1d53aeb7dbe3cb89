package org.partnerportal.directory;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.partnerportal.listing.ListingProfile;

/**
 * One page of what a search finds.
 *
 * @param total how many listings it finds in all
 * @param number which page it is; the first is 1
 * @param pages how many pages there are, at least 1
 * @param lines the listings on it
 * @param similar where none is found: listings whose names are like what was typed
 * @param groups what the search can be narrowed by
 * @param empty whether nothing at all is listed
 */
record DirectoryPage(
        int total, int number, int pages, List<Line> lines, List<Line> similar, List<Group> groups, boolean empty) {

    private static final int AROUND = 2;

    /** One listing, as the reader sees it. */
    record Line(UUID partner, ListingProfile profile) {

        private static final int MOST_SERVICES = 4;

        public String languages() {
            return joined(profile.languages().stream());
        }

        /** The types of relationship that it offers. */
        public String types() {
            return joined(profile.types().stream().map(type -> profile.word("PartnerType." + type.name())));
        }

        private String joined(Stream<String> labels) {
            return labels.collect(Collectors.joining(profile.word("directory.comma")));
        }

        public List<String> services() {
            return profile.services().stream().limit(MOST_SERVICES).toList();
        }

        /** How many more services than these. */
        public int moreServices() {
            return Math.max(profile.services().size() - MOST_SERVICES, 0);
        }
    }

    /**
     * What can be chosen of one facet.
     *
     * @param facet which one
     * @param shown what is always seen
     * @param more what is seen on request
     */
    record Group(Facet facet, List<Choice> shown, List<Choice> more) {

        public boolean isEmpty() {
            return shown.isEmpty();
        }

        /** The choices that are always seen, as HTML. */
        public String shownMarkup() {
            return ChoiceMarkup.of(facet, shown);
        }

        /** The others, as HTML. */
        public String moreMarkup() {
            return ChoiceMarkup.of(facet, more);
        }
    }

    /**
     * A value to choose.
     *
     * @param value its name in the address
     * @param label its name in the reader's language
     * @param count how many listings the search would find with it
     * @param number the same as the page shows it
     * @param chosen whether it is chosen
     */
    record Choice(String value, String label, int count, String number, boolean chosen) {}

    public boolean isFirst() {
        return number == 1;
    }

    public boolean isLast() {
        return number == pages;
    }

    /** The pages to go to directly: the first, the last, and those around this one; 0 stands for a gap. */
    public List<Integer> links() {
        List<Integer> near = IntStream.rangeClosed(1, pages)
                .filter(page -> page == 1 || page == pages || Math.abs(page - number) <= AROUND)
                .boxed()
                .toList();
        return IntStream.range(0, near.size())
                .boxed()
                .flatMap(at -> at > 0 && near.get(at) - near.get(at - 1) > 1
                        ? Stream.of(0, near.get(at))
                        : Stream.of(near.get(at)))
                .toList();
    }
}
