package org.partnerportal.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** A redirect never leaves the portal. */
class OwnPathTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/invitations",
                "/invitations/0199b0e0-0000-7000-8000-00000000000a",
                "/partners?status=ACTIVE&page=2",
                "/partners#roles",
                "/partners?next=https://evil.example/", // the query is not where the browser goes
                "/i/aB3_-x"
            })
    void keepsThePortalsOwnPaths(String path) {
        assertThat(OwnPath.orHome(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @NullAndEmptySource
    void leadsHomeFromNowhere(String path) {
        assertThat(OwnPath.orHome(path)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "HTTPS://evil.example/",
                "https:evil.example",
                "https:/evil.example",
                "https:",
                "ftp://evil.example/",
                "javascript:alert(1)",
                "data:text/html,evil",
                "mailto:eve@evil.example"
            })
    void refusesAddressesWithAScheme(String path) {
        assertThat(OwnPath.orHome(path)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "//evil.example/invitations", "///evil.example", "////evil.example", "//"})
    void refusesAddressesThatBorrowTheScheme(String path) {
        assertThat(OwnPath.orHome(path)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/\\evil.example", "\\/evil.example", "\\\\evil.example", "/\\/evil.example", "/a\\b"})
    void refusesBackslashesWhichBrowsersReadAsSlashes(String path) {
        assertThat(OwnPath.orHome(path)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/\r\nSet-Cookie: theme=evil",
                "/invitations\r\nLocation: https://evil.example/",
                "/\n/evil.example",
                "/\t/evil.example", // browsers drop tabs and line breaks, which leaves //evil.example
                "/\u0000/evil.example",
                "/\u007f",
                "/\u0085/evil.example"
            })
    void refusesControlCharacters(String path) {
        assertThat(OwnPath.orHome(path)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" /invitations", " //evil.example", "/ /evil.example", "/<script>", "/{evil}", "/%zz", "/\u2028"
            })
    void refusesWhatIsNoAddress(String path) {
        assertThat(OwnPath.orHome(path)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invitations", "evil.example", "./invitations", "../invitations", "?page=2", "#roles"})
    void refusesPathsThatDependOnWhereTheBrowserIs(String path) {
        assertThat(OwnPath.orHome(path)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%0d%0aSet-Cookie:%20a=b", "/%2f/evil.example", "/%5cevil.example", "/%09/evil.example"})
    void leavesEscapesEscapedSoThatTheyStayPartOfThePath(String path) {
        assertThat(OwnPath.orHome(path)).isEqualTo(path);
    }

    @Test
    void refusesAnEscapedSlashInFrontWhichIsNoSlash() {
        assertThat(OwnPath.orHome("%2f%2fevil.example")).isEqualTo("/");
    }
}
