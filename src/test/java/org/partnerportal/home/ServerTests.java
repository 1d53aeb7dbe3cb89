package org.partnerportal.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerportal.PortalTestConfiguration;
import org.partnerportal.listing.ListingFixture;
import org.partnerportal.setup.SetupFixture;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;

/** What the server answers by itself, before any page or filter of the portal is asked. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:server;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                    + "DEFAULT_NULL_ORDERING=HIGH",
            "portal.demo.data=false",
            "spring.mail.host=127.0.0.1",
            "db-scheduler.polling-interval=1h"
        })
@Import({PortalTestConfiguration.class, SetupFixture.class, TenantFixture.class, ListingFixture.class})
class ServerTests {

    private static final int TOO_MUCH = 3_000_000;

    @LocalServerPort
    private int port;

    @Autowired
    private MessageSource messages;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private ListingFixture listings;

    private final HttpClient browser = HttpClient.newHttpClient();

    private HttpRequest.Builder request(String address, String language) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header("Accept-Language", language);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({"/directory/%00, en", "/i/%00, ja", "/%00, 'fr, ja;q=0.5'", "/support/requests/%00, fr"})
    void anAddressThatNoCodeOfOursSeesHasAPageInTheReadersLanguage(String address, String language) throws Exception {
        HttpResponse<String> answer = send(request(address, language));
        Locale reader = language.contains("ja") ? Locale.JAPANESE : Locale.ENGLISH;
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.body())
                .contains("lang=\"" + reader.getLanguage() + "\"")
                .contains(messages.getMessage("error.400.title", null, reader))
                .contains("href=\"/\"")
                .doesNotContainIgnoringCase("tomcat")
                .doesNotContain("HTTP Status", "??");
    }

    @Test
    void aPublicFormThatHoldsTooMuchSaysSo() throws Exception {
        Actor partner = tenants.partner();
        listings.publish(partner, ListingFixture.content("Fjord Cloud"));
        HttpResponse<String> answer = send(request("/directory/" + partner.tenant() + "/contact", "en")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("needs=" + "a".repeat(TOO_MUCH))));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains(messages.getMessage("error.413.title", null, Locale.ENGLISH));
    }
}
