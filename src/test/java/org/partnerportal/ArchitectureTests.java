package org.partnerportal;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import broken.Broken;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.partnerportal.shared.TenantId;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;

/** The house rules that a machine can check, each shown to fail on a class that breaks it. */
class ArchitectureTests {

    private static final JavaClasses PORTAL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.partnerportal");

    private static final ArchRule CLOCK_ONLY = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("time comes from the Clock");

    private static final ArchRule RULES_ARE_PURE = noClasses()
            .that()
            .haveSimpleNameEndingWith("Rules")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Repository")
            .because("a rule is a pure function");

    private static final ArchRule CONTROLLERS_ASK_SERVICES = noClasses()
            .that()
            .areAnnotatedWith(Controller.class)
            .and()
            .haveSimpleNameNotStartingWith("DemoMailbox") // a mailbox has no rules
            .should()
            .dependOnClassesThat(simpleNameEndingWith("Repository").and(not(resideInAPackage("org.springframework.."))))
            .orShould()
            .dependOnClassesThat()
            .areAnnotatedWith(Entity.class)
            .because("controllers bind, call a service, and redirect");

    private static final ArchRule ENTITIES_HAVE_NO_SETTERS = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameNotMatching("set[A-Z].*")
            .because("entities have verbs");

    private static final ArchRule PUBLIC_ONLY_IF_USED_OUTSIDE = classes()
            .that()
            .arePublic()
            .and()
            .resideOutsideOfPackage("org.partnerportal")
            .should(beUsedByAnotherPackageOrATemplate())
            .because("a type is public only if another feature uses it");

    /** The features whose rows belong to a tenant. */
    private static final String[] TENANT_DATA = {
        "..assignment..",
        "..changerequest..",
        "..invitation..",
        "..relationship..",
        "..accessreview..",
        "..roletemplate..",
        "..referral..",
        "..support..",
        "..subscription..",
        "..license..",
        "..invoice..",
        "..device..",
        "..application..",
        "..mpsa..",
        "..partneraccount..",
        "..software.."
    };

    /** Asked by the clock, which has no tenant, or of what may name no customer yet; each says so. */
    private static final Set<String> ASKED_FOR_NO_TENANT = Set.of(
            "InvitationRepository.findById",
            "InvitationRepository.findByLinkSha256",
            "InvitationRepository.lock",
            "InvitationRepository.markOpened",
            "InvitationRepository.due",
            "InvitationRepository.toRemind",
            "RelationshipRepository.customersWithPartner",
            "SoftwareRepository.vendorOf",
            "RelationshipRepository.due",
            "RelationshipRepository.lockDue",
            "AccessReviewRepository.remindersDue",
            "AccessReviewRepository.lockForReminder",
            "AccessReviewRepository.schedulesDue",
            "AccessReviewRepository.lockDue",
            "ReferralRepository.findById",
            "ReferralRepository.findByLinkSha256",
            "ReferralRepository.lockByLink",
            "ReferralRepository.lock",
            "ReferralRepository.delete",
            "ReferralRepository.openInvitation",
            "ReferralRepository.due",
            "ReferralStepRepository.existsById",
            "ReferralStepRepository.isOther",
            "ReferralStepRepository.of",
            "RequestStepRepository.description",
            "RequestStepRepository.isOther",
            "RequestStepRepository.isThere",
            "RequestStepRepository.of",
            "SubscriptionRepository.byDomain",
            "SubscriptionRepository.lockByDomain",
            "SubscriptionRepository.due",
            "SubscriptionRepository.lock",
            "DeviceRepository.owners",
            "ApplicationVersionRepository.delete",
            "ApplicationVersionRepository.of",
            "ApplicationVersionRepository.numberKeysBeside",
            "ApplicationVersionRepository.countUnapproved",
            "ApplicationVersionRepository.usedAmong");

    private static final ArchRule QUERIES_ASK_FOR_THE_TENANT = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAssignableTo(Repository.class)
            .and()
            .haveNameNotMatching("save|flush|insert.*|existsBy")
            .and()
            .haveModifier(JavaModifier.ABSTRACT) // the others only call these
            .should(askForTheTenantFirst())
            .because("another tenant's row is not found");

    private static ArchCondition<JavaMethod> askForTheTenantFirst() {
        return new ArchCondition<>("ask for the tenant first") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Method query = method.reflect();
                String name = query.getDeclaringClass().getSimpleName() + "." + query.getName();
                if (!ASKED_FOR_NO_TENANT.contains(name) && !asksForTheTenantFirst(query)) {
                    events.add(SimpleConditionEvent.violated(method, name + " does not ask for the tenant first"));
                }
            }
        };
    }

    private static final String TENANT = TenantId.class.getName();

    private static boolean asksForTheTenantFirst(Method query) {
        if (query.getParameterCount() == 0) {
            return false;
        }
        Parameter first = query.getParameters()[0];
        boolean tenant = first.getType().equals(TenantId.class)
                || first.getParameterizedType().getTypeName().equals("java.util.Collection<" + TENANT + ">")
                || Set.of("partner", "customer").contains(first.getName()); // an id alone in SQL of its own
        Query text = AnnotatedElementUtils.findMergedAnnotation(query, Query.class);
        return tenant && (text == null || text.value().contains(":" + first.getName()));
    }

    /** Public for templates, which reach objects by reflection, or for the framework. */
    private static final Set<String> PUBLIC_FOR_TEMPLATES = Set.of("Dates", "Page", "Icons");

    private static ArchCondition<JavaClass> beUsedByAnotherPackageOrATemplate() {
        return new ArchCondition<>("be used by another package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean used = type.getDirectDependenciesToSelf().stream()
                        .anyMatch(dependency ->
                                !dependency.getOriginClass().getPackageName().equals(type.getPackageName()));
                boolean nested = type.getEnclosingClass().isPresent();
                // what a public type's methods take and give is public with it; labels of constants are looked up by
                // name
                boolean partOfPublicType = type.getDirectDependenciesToSelf().stream()
                        .anyMatch(dependency ->
                                dependency.getOriginClass().getModifiers().contains(JavaModifier.PUBLIC));
                if (!used
                        && !nested
                        && !partOfPublicType
                        && !type.isEnum()
                        && !PUBLIC_FOR_TEMPLATES.contains(type.getSimpleName())) {
                    events.add(
                            SimpleConditionEvent.violated(type, type.getName() + " is public without a user outside"));
                }
            }
        };
    }

    @Test
    void featuresDependOneWayOnly() {
        ApplicationModules.of(PartnerPortal.class).verify();
    }

    @Test
    void everyFeatureSaysWhatItIsAndIsNullMarked() {
        for (JavaClass type : PORTAL) {
            if (!type.getPackageName().equals("org.partnerportal")) {
                assertThat(type.getPackage().isAnnotatedWith(NullMarked.class))
                        .as(type.getPackageName())
                        .isTrue();
            }
        }
    }

    @Test
    void timeComesFromTheClock() {
        CLOCK_ONLY.check(PORTAL);
        assertFails(CLOCK_ONLY, Broken.BadTime.class);
    }

    @Test
    void rulesArePureFunctions() {
        RULES_ARE_PURE.check(PORTAL);
        assertFails(RULES_ARE_PURE, Broken.BadRules.class);
    }

    @Test
    void controllersAskServices() {
        CONTROLLERS_ASK_SERVICES.check(PORTAL);
        assertFails(CONTROLLERS_ASK_SERVICES, Broken.BadController.class, Broken.BadRepository.class);
    }

    @Test
    void entitiesHaveVerbsNotSetters() {
        ENTITIES_HAVE_NO_SETTERS.check(PORTAL);
        assertFails(ENTITIES_HAVE_NO_SETTERS, Broken.BadEntity.class);
    }

    @Test
    void queriesOfATenantsDataAskForTheTenantFirst() {
        QUERIES_ASK_FOR_THE_TENANT.check(PORTAL.that(resideInAnyPackage(TENANT_DATA)));
        assertFails(QUERIES_ASK_FOR_THE_TENANT, Broken.BadQuery.class);
        assertFails(QUERIES_ASK_FOR_THE_TENANT, Broken.BadFilter.class);
    }

    @Test
    void aTypeIsPublicOnlyIfAnotherFeatureUsesIt() {
        PUBLIC_ONLY_IF_USED_OUTSIDE.check(PORTAL);
    }

    @Test
    void noFeatureIsLargerThanAHeadCanHold() throws IOException {
        // entities, rules, pages and events of one feature; past this it is to be split
        int most = 32;
        try (var packages = Files.list(Path.of("src/main/java/org/partnerportal"))) {
            for (Path each : packages.filter(Files::isDirectory).toList()) {
                try (var files = Files.list(each)) {
                    assertThat(files.count()).as(each.toString()).isLessThanOrEqualTo(most);
                }
            }
        }
    }

    /** The diagram in docs/architecture.md is drawn from the code; {@code -Dupdate.docs=true} draws it anew. */
    @Test
    void theModuleDiagramShowsTheCodeAsItIs() throws IOException {
        ApplicationModules modules = ApplicationModules.of(PartnerPortal.class);
        Set<String> arrows = new TreeSet<>();
        modules.forEach(module -> module.getDirectDependencies(modules)
                .uniqueModules()
                .filter(target -> !target.getIdentifier().toString().equals("shared")) // everybody needs it
                .forEach(target -> arrows.add("    " + module.getIdentifier() + " --> " + target.getIdentifier())));
        String diagram = "```mermaid\nflowchart TD\n" + String.join("\n", arrows) + "\n```";
        Path document = Path.of("docs/architecture.md");
        if (Boolean.getBoolean("update.docs")) {
            String text = Files.readString(document).replaceAll("(?s)```mermaid.*?```", diagram);
            Files.writeString(document, text);
        }
        assertThat(arrows).hasSizeGreaterThan(10);
        assertThat(Files.readString(document)).contains(diagram);
    }

    private static void assertFails(ArchRule rule, Class<?>... bad) {
        JavaClasses classes = new ClassFileImporter().importClasses(bad);
        assertThat(rule.evaluate(classes).hasViolation())
                .as("%s notices %s", rule, List.of(bad))
                .isTrue();
    }
}
