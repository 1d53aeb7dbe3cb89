package org.partnerportal.directory;

import java.text.Collator;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.listing.ListingProfile;
import org.partnerportal.listing.ListingService;
import org.partnerportal.listing.PublishedListing;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds partners for anybody, and shows the page of one. */
@Service
@Transactional(readOnly = true)
class DirectoryService {

    /** Of longer lists only so many are seen at once, and the rest on request; one more is not worth a click. */
    private static final int MOST_SHOWN = 6;

    private final DirectorySearch search;
    private final ListingService listings;
    private final RelationshipService relationships;
    private final FacetLabels labels;

    DirectoryService(
            DirectorySearch search, ListingService listings, RelationshipService relationships, FacetLabels labels) {
        this.search = search;
        this.listings = listings;
        this.relationships = relationships;
        this.labels = labels;
    }

    /** One page of what the search finds; of pages that are not there the nearest one. */
    DirectoryPage find(DirectoryFilter filter, Locale reader) {
        DirectoryIndex.Found all = search.find(filter, reader);
        int total = all.total();
        int pages = Math.max((total + DirectorySearch.PAGE - 1) / DirectorySearch.PAGE, 1);
        int number = Math.min(Math.max(filter.page(), 1), pages);
        List<TenantId> found = all.partners((number - 1) * DirectorySearch.PAGE, DirectorySearch.PAGE);
        List<TenantId> similar = total == 0 ? search.similar(filter, reader) : List.of();
        return new DirectoryPage(
                total,
                number,
                pages,
                lines(found, reader),
                lines(similar, reader),
                groups(filter, all.counts(), reader),
                total == 0 && !filter.isNarrowed());
    }

    private List<DirectoryPage.Line> lines(List<TenantId> partners, Locale reader) {
        Map<TenantId, PublishedListing> found = listings.published(partners).stream()
                .collect(Collectors.toMap(PublishedListing::partner, Function.identity()));
        return partners.stream()
                .flatMap(partner -> Stream.ofNullable(found.get(partner)))
                .map(listing -> new DirectoryPage.Line(listing.partner().value(), listings.profile(listing, reader)))
                .toList();
    }

    private List<DirectoryPage.Group> groups(DirectoryFilter filter, FacetCounts counts, Locale reader) {
        List<DirectoryPage.Group> groups = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            List<DirectoryPage.Choice> choices = choices(facet, filter, counts.of(facet), reader);
            boolean isLong = choices.size() > MOST_SHOWN + 1;
            List<DirectoryPage.Choice> first = isLong ? choices.subList(0, MOST_SHOWN) : choices;
            List<DirectoryPage.Choice> rest = isLong ? choices.subList(MOST_SHOWN, choices.size()) : List.of();
            groups.add(new DirectoryPage.Group(facet, first, rest));
        }
        return groups;
    }

    /** What is chosen in front, then what most listings have; sizes by size. */
    private List<DirectoryPage.Choice> choices(
            Facet facet, DirectoryFilter filter, Map<String, Integer> counts, Locale reader) {
        Map<String, Integer> values = new HashMap<>(counts);
        filter.chosen().getOrDefault(facet, Set.of()).forEach(value -> values.putIfAbsent(value, 0));
        NumberFormat numbers = NumberFormat.getIntegerInstance(reader);
        List<DirectoryPage.Choice> choices = new ArrayList<>();
        values.forEach((value, count) -> choices.add(new DirectoryPage.Choice(
                value,
                label(facet, value, reader),
                count,
                "(" + numbers.format(count) + ")",
                filter.isChosen(facet, value))));
        if (facet == Facet.SIZE) {
            choices.sort(Comparator.comparing(choice -> facet.constants().indexOf(choice.value())));
        } else {
            choices.sort(Comparator.comparing(DirectoryPage.Choice::chosen)
                    .thenComparing(DirectoryPage.Choice::count)
                    .reversed()
                    .thenComparing(DirectoryPage.Choice::label, Collator.getInstance(reader)));
        }
        return choices;
    }

    /** The name of a value in the reader's language. */
    String label(Facet facet, String value, Locale reader) {
        return labels.label(facet, value, reader);
    }

    /**
     * A partner's page.
     *
     * @param profile what the partner says
     * @param related whether the reader's organisation has, or had, a relationship with it and the reader may see that
     */
    record Profile(ListingProfile profile, boolean related) {}

    Profile profile(@Nullable Actor actor, UUID id, Locale reader) {
        TenantId partner = new TenantId(id);
        PublishedListing listing = listings.published(partner).orElseThrow(NotFoundException::new);
        boolean related =
                actor != null && actor.maySeeRelationships() && relationships.isCustomer(partner, actor.tenant());
        return new Profile(listings.profile(listing, reader), related);
    }
}
