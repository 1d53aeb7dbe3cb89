package org.partnerportal.browser;

import com.microsoft.playwright.options.ColorScheme;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.listing.ListingFixture;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody who is not signed in looks for a partner. */
class DirectoryJourneyTests extends BrowserTest {

    @Autowired
    private ListingFixture listings;

    private String listed() {
        String name = "Northern Lights " + UUID.randomUUID().toString().substring(0, 8);
        listings.publish(tenants.partner(), ListingFixture.content(name));
        return name;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void findsAPartnerAndComesBack(String language) {
        String name = listed();
        var visitor = new Visitor(language);
        visitor.goTo("/").click("nav.directory").sees("directory.intro");
        visitor.fill("q", name).click("directory.search").seesText(name);
        visitor.page.locator("input[name=service][value=MIGRATION]").check();
        visitor.page.locator("input[name=country][value=NO]").check();
        visitor.click("directory.apply").sees("directory.count", 1).looksRight("directory");
        visitor.page.locator("main").getByText(name).last().click();
        visitor.sees("directory.contact").looksRight("directory-partner");
        visitor.click("directory.back").sees("directory.count", 1);
        visitor.page.locator(".chip.removable").first().click();
        visitor.page.locator("input[name=service][value=MIGRATION]:checked").waitFor();

        visitor.goTo("/directory?page=-1&service=MAGIC&q=" + name.replace(" ", "zzz"));
        visitor.sees("directory.nothing").sees("directory.ignored").looksRight("directory-nothing");
        visitor.goTo("/directory/" + UUID.randomUUID()).sees("error.404.title").click("nav.directory");
        visitor.sees("directory.intro");
    }

    /** On a phone the filters are closed at first; and nothing here needs scripts. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void filtersOnAPhoneWithoutScripts(String language) {
        String name = listed();
        var visitor = new Visitor(language, ColorScheme.DARK, false);
        visitor.page.setViewportSize(375, 812);
        visitor.goTo("/directory?q=" + name.replace(" ", "+")).seesText(name);
        visitor.click("directory.filters");
        visitor.page.locator("input[name=size][value=SMALL]").check();
        visitor.click("directory.apply").sees("directory.filters.chosen", 1).seesText(name);
    }
}
