package org.partnerportal.entrarole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The catalogue of roles: that its data are whole, and that a smaller role is smaller. */
class EntraRolesTests {

    private static final EntraRoles CATALOGUE = new EntraRoles(messages());

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/entrarole");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    static Stream<EntraRole> requestable() {
        return CATALOGUE.requestable().stream();
    }

    static Stream<EntraRole> withAlternatives() {
        return requestable().filter(role -> !role.alternatives().isEmpty());
    }

    private static EntraRole role(String name) {
        return CATALOGUE.find(id(name)).orElseThrow();
    }

    private static String id(String name) {
        return CATALOGUE.idsOf(Set.of(name)).iterator().next();
    }

    private static Stream<EntraRole> alternatives(EntraRole role) {
        return role.alternatives().stream().map(id -> CATALOGUE.find(id).orElseThrow());
    }

    @BeforeEach
    void english() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void anyLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void knowsEveryRoleOfTheList() {
        assertThat(CATALOGUE.requestable()).hasSize(129);
        assertThat(CATALOGUE.isRequestable(EntraRole.GLOBAL_ADMINISTRATOR)).isTrue();
        assertThat(CATALOGUE.isRequestable(id("Partner Tier1 Support"))).isFalse();
        assertThat(CATALOGUE.isRequestable("no such role")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("requestable")
    void everyRoleSaysWhatItIsFor(EntraRole role) {
        assertThat(role.tasks()).isNotEmpty();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            LocaleContextHolder.setLocale(locale);
            assertThat(CATALOGUE.name(role)).isNotBlank();
            assertThat(CATALOGUE.description(role)).isNotBlank();
        }
        assertThat(CATALOGUE.description(role)).as("not in Japanese").containsPattern("[ぁ-ん]");
    }

    @Test
    void everyRoleStandsUnderOneHeading() {
        List<String> listed = CATALOGUE.byCategory().stream()
                .flatMap(group -> group.roles().stream())
                .map(EntraRole::id)
                .toList();
        assertThat(listed)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        requestable().map(EntraRole::id).toList());
        assertThat(CATALOGUE.byCategory()).hasSameSizeAs(RoleCategory.values());
    }

    @Test
    void everyTaskIsDoneBySomeRoleOtherThanGlobalAdministrator() {
        Set<RoleTask> done = requestable()
                .filter(role -> !role.id().equals(EntraRole.GLOBAL_ADMINISTRATOR))
                .flatMap(role -> role.tasks().stream())
                .collect(Collectors.toSet());
        assertThat(done).containsExactlyInAnyOrder(RoleTask.values());
    }

    @Test
    void everyRoleThatEntraMarksAsPrivilegedHasThatRisk() throws IOException {
        List<String> privileged = Files.readAllLines(Path.of("src/main/resources/entrarole/entra-roles.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[2].equals("true"))
                .map(cells -> cells[0])
                .toList();
        assertThat(privileged).hasSizeGreaterThan(25).allSatisfy(id -> {
            assertThat(CATALOGUE.find(id).orElseThrow().risks()).contains(RoleRisk.PRIVILEGED);
            assertThat(CATALOGUE.find(id).orElseThrow().privileged()).isTrue();
        });
        assertThat(requestable().filter(EntraRole::privileged).map(EntraRole::id))
                .allSatisfy(id -> assertThat(privileged).contains(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Helpdesk Administrator",
                "Password Administrator",
                "Authentication Administrator",
                "Conditional Access Administrator",
                "Domain Name Administrator",
                "Cloud Application Administrator",
                "Hybrid Identity Administrator",
                "Global Administrator"
            })
    void whoResetsPasswordsOrSetsSignInRulesChangesSignIn(String name) {
        assertThat(role(name).risks()).contains(RoleRisk.CHANGES_SIGN_IN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Exchange Administrator",
                "SharePoint Administrator",
                "Intune Administrator",
                "Global Reader",
                "Security Reader",
                "Reports Reader",
                "Compliance Administrator",
                "Global Administrator"
            })
    void whoSeesMailFilesLogsOrKeysReadsData(String name) {
        assertThat(role(name).risks()).contains(RoleRisk.READS_DATA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"License Administrator", "Service Support Administrator", "Printer Technician"})
    void someRolesAreHarmless(String name) {
        assertThat(role(name).risks()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("withAlternatives")
    void aSmallerRoleIsSmallerAndDoesAPartOfTheWork(EntraRole role) {
        assertThat(alternatives(role)).allSatisfy(smaller -> {
            assertThat(smaller.requestable()).as("%s can be asked for", smaller).isTrue();
            assertThat(role.risks()).as("%s brings no further risk", smaller).containsAll(smaller.risks());
            assertThat(role.tasksSharedWith(smaller))
                    .as("%s does a task of %s", smaller, role)
                    .isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("withAlternatives")
    void noRoleIsSmallerThanItself(EntraRole role) {
        Set<String> smaller = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(role.alternatives());
        while (!open.isEmpty()) {
            String next = open.pop();
            if (smaller.add(next)) {
                open.addAll(CATALOGUE.find(next).orElseThrow().alternatives());
            }
        }
        assertThat(smaller).doesNotContain(role.id());
    }

    @ParameterizedTest
    @CsvSource({
        "User Administrator, License Administrator",
        "User Administrator, Helpdesk Administrator",
        "Helpdesk Administrator, Password Administrator",
        "Privileged Authentication Administrator, Authentication Administrator",
        "Security Administrator, Security Operator",
        "Security Operator, Security Reader",
        "Global Reader, Reports Reader",
        "Exchange Administrator, Exchange Recipient Administrator",
        "Application Administrator, Cloud Application Administrator",
        "Intune Administrator, Cloud Device Administrator",
        "Printer Administrator, Printer Technician"
    })
    void namesTheSmallerRole(String asked, String smaller) {
        assertThat(lessPrivileged(asked)).contains(id(smaller));
    }

    private static Collection<String> lessPrivileged(String... asked) {
        return CATALOGUE.lessPrivileged(CATALOGUE.idsOf(Set.of(asked))).values().stream()
                .flatMap(List::stream)
                .map(EntraRole::id)
                .toList();
    }

    @Test
    void globalAdministratorHasASmallerRoleForEveryTask() {
        EntraRole all = role("Global Administrator");
        assertThat(all.tasks()).containsExactly(RoleTask.values());
        Set<RoleTask> covered =
                alternatives(all).flatMap(smaller -> smaller.tasks().stream()).collect(Collectors.toSet());
        assertThat(covered).containsExactlyInAnyOrder(RoleTask.values());
    }

    @Test
    void aSmallerRoleThatIsAskedForAnywayIsNotNamed() {
        assertThat(lessPrivileged("User Administrator", "License Administrator"))
                .isNotEmpty()
                .doesNotContain(id("License Administrator"));
    }

    @Test
    void theSmallestRoleHasNoSmallerOne() {
        assertThat(CATALOGUE.lessPrivileged(Set.of(id("License Administrator"))))
                .isEmpty();
        assertThat(CATALOGUE.lessPrivileged(Set.of("no such role"))).isEmpty();
    }

    @Test
    void anUnknownIdIsShownAsItIs() {
        assertThat(CATALOGUE.named(Set.of("no such role"))).singleElement().satisfies(role -> {
            assertThat(CATALOGUE.name(role)).isEqualTo("no such role");
            assertThat(role.privileged()).isFalse();
        });
    }

    @Test
    void privilegedRolesComeFirstWhereACustomerReadsThem() {
        List<EntraRole> named = CATALOGUE.named(CATALOGUE.idsOf(Set.of("Billing Administrator", "User Administrator")));
        assertThat(named)
                .extracting(EntraRole::templateName)
                .containsExactly("User Administrator", "Billing Administrator");
    }

    @Test
    void smallerRolesComeFirstWhereAPartnerChooses() {
        assertThat(CATALOGUE.byCategory()).allSatisfy(group -> {
            List<Boolean> privileged =
                    group.roles().stream().map(EntraRole::privileged).toList();
            assertThat(privileged).isSorted();
        });
    }

    @Test
    void aGroupCountsItsOwn() {
        Set<String> ticked = CATALOGUE.idsOf(Set.of("Printer Technician", "Intune Administrator", "Guest Inviter"));
        Map<RoleCategory, Long> counts = CATALOGUE.byCategory().stream()
                .collect(Collectors.toMap(RoleGroup::category, group -> group.count(ticked)));
        assertThat(counts)
                .containsEntry(RoleCategory.DEVICES, 2L)
                .containsEntry(RoleCategory.IDENTITY, 1L)
                .containsEntry(RoleCategory.SECURITY, 0L);
    }

    @Test
    void theStyleSheetNarrowsThePickerToEveryTaskAndCategory() throws IOException {
        String css = Files.readString(Path.of("src/main/resources/static/assets/picker.css"));
        for (RoleTask task : RoleTask.values()) {
            assertThat(css)
                    .contains("[value=\"" + task + "\"]:checked) .role-choice:not([data-tasks~=\"" + task + "\"]");
        }
        for (RoleCategory category : RoleCategory.values()) {
            assertThat(css)
                    .contains("[value=\"" + category + "\"]:checked) .picker-group:not([data-category=\"" + category
                            + "\"])");
        }
    }
}
