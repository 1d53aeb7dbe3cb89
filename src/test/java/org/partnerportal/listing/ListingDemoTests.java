package org.partnerportal.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.partnerportal.tenant.TenantRules;

/** The fictional partners: enough of them, from enough countries, each fit for the directory in both languages. */
class ListingDemoTests {

    private static List<ListingDemo.Entry> all() throws IOException {
        return ListingDemo.read();
    }

    @Test
    void areSixtyFromTwelveCountriesAtLeast() throws IOException {
        assertThat(all()).hasSize(60).extracting(ListingDemo.Entry::domain).doesNotHaveDuplicates();
        assertThat(all().stream().map(ListingDemo.Entry::country).collect(Collectors.toSet()))
                .hasSizeGreaterThanOrEqualTo(12);
        assertThat(all().stream().map(demo -> demo.en().name())).doesNotHaveDuplicates();
        assertThat(all().stream().map(demo -> demo.ja().name())).doesNotHaveDuplicates();
        assertThat(all())
                .extracting(ListingDemo.Entry::domain)
                .contains("aozora.example", "brightwater.example", "hanse.example");
    }

    @Test
    void passEveryRuleInBothLanguages() throws IOException {
        assertThat(all()).allSatisfy(demo -> {
            assertThat(ListingRules.check(demo.content())).as(demo.domain()).isEmpty();
            assertThat(TenantRules.organisation(demo.organisation(), demo.country(), demo.domain()))
                    .isEmpty();
            assertThat(demo.domain()).endsWith(".example");
            assertThat(demo.en().isWritten()).isTrue();
            assertThat(demo.ja().reading()).matches("[\\p{IsHiragana}ー ]+");
            assertThat(demo.ja().summary()).containsPattern("\\p{IsHiragana}");
            assertThat(demo.ja().contact()).containsPattern("\\p{IsHan}");
            assertThat(demo.en().contact()).matches("[A-Za-z ]+");
            assertThat(demo.content().competencies()).isNotEmpty();
        });
    }
}
