package org.partnerportal.directory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.partnerportal.listing.ListingContent;
import org.partnerportal.listing.ListingText;
import org.partnerportal.listing.PublishedListing;
import org.partnerportal.shared.Folding;
import org.partnerportal.shared.TenantId;

/**
 * A listing as it is searched.
 *
 * @param partner whose it is
 * @param facets everything that is counted, as {@link FacetBytes} has it
 * @param sortEn the place in the order of names for people who read English, compared byte by byte
 * @param sortJa the same for people who read Japanese
 * @param names the folded names, each on a line of its own
 * @param words the names and every other text that words are looked for in, folded
 */
record DirectoryEntry(TenantId partner, byte[] facets, byte[] sortEn, byte[] sortJa, String names, String words) {

    /** The way in which entries are made of listings; one more whenever it changes, so that all of them are made anew. */
    static final int FOLDING = 3;

    private static final String LINE = "\n";

    /** The entry of a listing. */
    static DirectoryEntry of(PublishedListing listing) {
        ListingContent content = listing.content();
        Set<String> names = names(listing);
        Stream<String> texts = Stream.of(content.en(), content.ja())
                .flatMap(text -> Stream.of(text.name(), text.reading(), text.summary(), text.cities()));
        Stream<String> words = Stream.concat(texts, Stream.of(listing.name(), listing.domain()))
                .map(text -> Folding.joined(Folding.fold(text)));
        return new DirectoryEntry(
                listing.partner(),
                FacetBytes.of(content),
                sort(listing, Locale.ENGLISH),
                sort(listing, Locale.JAPANESE),
                lines(names),
                lines(Stream.concat(names.stream(), words).collect(Collectors.toCollection(LinkedHashSet::new))));
    }

    /** Under which names people look for it: as written, without the corporate form, and without the spaces in between. */
    private static Set<String> names(PublishedListing listing) {
        ListingContent content = listing.content();
        return Stream.of(content.en().name(), content.ja().name(), content.ja().reading(), listing.name())
                .map(Folding::fold)
                .flatMap(name -> Stream.of(name, Folding.withoutForms(name)))
                .flatMap(name -> Stream.of(name, name.replace(" ", "")))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String lines(Collection<String> texts) {
        return texts.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining(LINE, LINE, LINE));
    }

    /** By the name that the reader sees, a Japanese one by its reading first; the id makes each place one of its own. */
    private static byte[] sort(PublishedListing listing, Locale reader) {
        ListingText text = listing.content().text(reader);
        String name = Folding.withoutForms(Folding.fold(text.name()));
        String reading = text.reading().isEmpty() ? name : Folding.withoutForms(Folding.fold(text.reading()));
        byte[] bytes = (reading + LINE + name + LINE).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(bytes.length + 2 * Long.BYTES)
                .put(bytes)
                .putLong(listing.partner().value().getMostSignificantBits())
                .putLong(listing.partner().value().getLeastSignificantBits())
                .array();
    }
}
