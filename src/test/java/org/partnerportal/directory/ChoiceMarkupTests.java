package org.partnerportal.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The choices of the filters as they stand in the page. */
class ChoiceMarkupTests {

    @Test
    void aChoiceIsALabelWithItsBoxItsNameAndItsCount() {
        var security = new DirectoryPage.Choice("SECURITY", "Security", 1234, "(1,234)", false);
        var support = new DirectoryPage.Choice("SUPPORT", "サポート", 0, "(0)", true);
        assertThat(ChoiceMarkup.of(Facet.SERVICE, List.of(security, support))).isEqualTo("""
                        <label class="form-check"><input class="form-check-input" type="checkbox" form="search" \
                        name="service" value="SECURITY"><span class="form-check-label"><span>Security</span> \
                        <small class="text-secondary">(1,234)</small></span></label>
                        <label class="form-check"><input class="form-check-input" type="checkbox" form="search" \
                        name="service" value="SUPPORT" checked="checked"><span class="form-check-label">\
                        <span>サポート</span> <small class="text-secondary">(0)</small></span></label>""");
        assertThat(ChoiceMarkup.of(Facet.SERVICE, List.of())).isEmpty();
    }

    @Test
    void nothingInAChoiceIsMarkup() {
        var choice = new DirectoryPage.Choice("\"><b>", "Data & 'AI' <i>", 1, "<1>", false);
        assertThat(ChoiceMarkup.of(Facet.SERVICE, List.of(choice)))
                .contains(
                        "value=\"&quot;&gt;&lt;b&gt;\"",
                        "<span>Data &amp; &#39;AI&#39; &lt;i&gt;</span>",
                        ">&lt;1&gt;</small>")
                .doesNotContain("<b>", "<i>", "<1>");
    }
}
