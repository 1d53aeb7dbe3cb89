package org.partnerportal;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerportal.agreement.AgreementStanding;
import org.partnerportal.agreement.Place;
import org.partnerportal.agreement.VersionStatus;
import org.partnerportal.application.ApplicationVersionStatus;
import org.partnerportal.application.Platform;
import org.partnerportal.device.DeviceStatus;
import org.partnerportal.entrarole.Permission;
import org.partnerportal.entrarole.RoleCategory;
import org.partnerportal.entrarole.RoleRisk;
import org.partnerportal.entrarole.RoleTask;
import org.partnerportal.invitation.InvitationDelivery;
import org.partnerportal.invitation.InvitationStatus;
import org.partnerportal.listing.Competency;
import org.partnerportal.listing.DraftState;
import org.partnerportal.listing.Industry;
import org.partnerportal.listing.ListingNeed;
import org.partnerportal.listing.ListingStanding;
import org.partnerportal.listing.OrganisationSize;
import org.partnerportal.listing.ServiceKind;
import org.partnerportal.notification.MailTopic;
import org.partnerportal.referral.ReferralOutcome;
import org.partnerportal.referral.ReferralStatus;
import org.partnerportal.referral.StepKind;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipFilter;
import org.partnerportal.relationship.RelationshipStatus;
import org.partnerportal.relationship.RolePolicy;
import org.partnerportal.roletemplate.BuiltInTemplate;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.software.SoftwareSales;
import org.partnerportal.subscription.CancelReason;
import org.partnerportal.subscription.Charge;
import org.partnerportal.subscription.Product;
import org.partnerportal.subscription.SubscriptionStatus;
import org.partnerportal.subscription.Term;
import org.partnerportal.support.RequestStepKind;
import org.partnerportal.support.ServiceArea;
import org.partnerportal.support.SupportStatus;
import org.partnerportal.support.Urgency;
import org.partnerportal.tenant.AdminRole;

/** Every text exists in both languages, every constant has its label, and no template says anything by itself. */
class MessagesTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern KEY = Pattern.compile("#\\{([A-Za-z][\\w.-]*)");

    static Stream<Path> englishFiles() throws IOException {
        return Files.list(MESSAGES).filter(file -> !file.toString().endsWith("_ja.properties"));
    }

    static Stream<Path> templates() throws IOException {
        return Files.walk(TEMPLATES).filter(file -> file.toString().endsWith(".html"));
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Path japanese(Path english) {
        return english.resolveSibling(english.getFileName().toString().replace(".properties", "_ja.properties"));
    }

    private static Properties all() throws IOException {
        var all = new Properties();
        for (Path file : englishFiles().toList()) {
            all.putAll(read(file));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("englishFiles")
    void everyKeyExistsInBothLanguages(Path english) throws IOException {
        assertThat(read(japanese(english)).stringPropertyNames())
                .isEqualTo(read(english).stringPropertyNames());
    }

    /** Of two under one key the later wins, and the earlier is shown nowhere. Features share no keys either. */
    @Test
    void noKeyStandsTwice() throws IOException {
        Set<String> seen = new TreeSet<>();
        List<String> twice = new ArrayList<>();
        for (Path file : englishFiles().toList()) {
            for (String line : Files.readAllLines(file)) {
                int end = line.indexOf('=');
                if (end > 0 && !line.startsWith("#") && !seen.add(line.substring(0, end))) {
                    twice.add(file.getFileName() + ": " + line.substring(0, end));
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("englishFiles")
    void bothLanguagesTakeTheSameArguments(Path english) throws IOException {
        Properties en = read(english);
        Properties ja = read(japanese(english));
        for (String key : en.stringPropertyNames()) {
            assertThat(arguments(ja.getProperty(key))).as(key).isEqualTo(arguments(en.getProperty(key)));
        }
    }

    private static Set<String> arguments(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{(\\d)}").matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("englishFiles")
    void noTextHoldsAnApostropheThatWouldBeEaten(Path english) throws IOException {
        assertThat(read(english).values()).noneMatch(text -> text.toString().contains("'"));
        assertThat(read(japanese(english)).values())
                .noneMatch(text -> text.toString().contains("'"));
    }

    @Test
    void everyConstantThatPeopleSeeHasALabel() throws IOException {
        List<String> keys = new ArrayList<>();
        for (Enum<?>[] constants : List.<Enum<?>[]>of(
                AdminRole.values(),
                PartnerType.values(),
                RolePolicy.values(),
                RelationshipStatus.values(),
                InvitationStatus.values(),
                InvitationDelivery.Step.values(),
                Place.values(),
                AgreementStanding.values(),
                VersionStatus.values(),
                RoleCategory.values(),
                RoleTask.values(),
                RoleRisk.values(),
                Permission.values(),
                BuiltInTemplate.values(),
                MailTopic.values(),
                ServiceKind.values(),
                Industry.values(),
                OrganisationSize.values(),
                Competency.values(),
                DraftState.values(),
                ListingStanding.values(),
                ReferralStatus.values(),
                ReferralOutcome.values(),
                StepKind.values(),
                ServiceArea.values(),
                Urgency.values(),
                SupportStatus.values(),
                RequestStepKind.values(),
                Product.values(),
                Term.values(),
                SubscriptionStatus.values(),
                CancelReason.values(),
                DeviceStatus.values(),
                Platform.values(),
                ApplicationVersionStatus.values())) {
            for (Enum<?> constant : constants) {
                keys.add(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
            }
        }
        for (PartnerType type : PartnerType.values()) {
            keys.add("PartnerType." + type + ".what");
            keys.add("PartnerType." + type + ".what.partner");
        }
        for (RelationshipFilter.Show show : RelationshipFilter.Show.values()) {
            keys.add("relationship.show." + show.word());
        }
        for (InvitationStatus status : InvitationStatus.values()) {
            keys.add("answered." + status + ".title");
        }
        for (ListingNeed need : ListingNeed.values()) {
            keys.add("listing.start." + need);
        }
        for (RoleRisk risk : RoleRisk.values()) {
            keys.add("RoleRisk." + risk + ".hint");
        }
        for (BuiltInTemplate template : BuiltInTemplate.values()) {
            keys.add("BuiltInTemplate." + template + ".description");
        }
        for (Product product : Product.values()) {
            keys.add("Product." + product + ".what");
        }
        for (Charge.Reason reason : Charge.Reason.values()) {
            keys.add("Charge.Reason." + reason);
        }
        for (SoftwareSales.Next next : SoftwareSales.Next.values()) {
            keys.add("software.sales." + next);
        }
        for (MailTopic topic : MailTopic.values()) {
            keys.add("MailTopic." + topic + ".hint");
        }
        for (ReferralOutcome outcome : ReferralOutcome.values()) {
            keys.addAll(List.of("ReferralOutcome." + outcome + ".hint", "referral.ended." + outcome));
            keys.addAll(List.of("contact.status." + outcome, "contact.state." + outcome));
        }
        for (SupportStatus status : SupportStatus.values()) {
            keys.addAll(List.of("support.next." + status, "support.next." + status + ".nobody"));
        }
        assertThat(all().stringPropertyNames()).containsAll(keys);
    }

    @Test
    void everyRefusalHasAReason() throws Exception {
        List<String> keys = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.partnerportal")) {
            if (type.isAssignableTo(Refusal.class) && type.isEnum()) {
                for (Object constant : Class.forName(type.getName()).getEnumConstants()) {
                    keys.add(((Refusal) constant).key());
                }
            }
        }
        assertThat(keys).hasSizeGreaterThan(50);
        assertThat(all().stringPropertyNames()).containsAll(keys);
    }

    @Test
    void everythingThatTheTrailRecordsHasALabel() throws IOException {
        List<String> keys = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.partnerportal")) {
            if (type.isAssignableTo(TrailEvent.class) && !type.isInterface()) {
                Matcher family = Pattern.compile("(\\w+)Event\\$").matcher(type.getName());
                keys.add("audit.kind." + (family.find() ? family.group(1) : "") + type.getSimpleName());
            }
        }
        assertThat(keys).hasSizeGreaterThan(10);
        assertThat(all().stringPropertyNames()).containsAll(keys);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyKeyInATemplateExists(Path template) throws IOException {
        Set<String> used = new TreeSet<>();
        Matcher matcher = KEY.matcher(Files.readString(template));
        while (matcher.find()) {
            used.add(matcher.group(1));
        }
        assertThat(all().stringPropertyNames()).containsAll(used);
    }

    /** An element is replaced before it is asked whether it should be there: what is conditional needs a block around it. */
    @ParameterizedTest
    @MethodSource("templates")
    void noReplacedElementHasACondition(Path template) throws IOException {
        assertThat(Files.readString(template))
                .doesNotContainPattern("<[^>]*\\sth:(if|unless|each)=[^>]*\\sth:replace=")
                .doesNotContainPattern("<[^>]*\\sth:replace=[^>]*\\sth:(if|unless|each)=");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noTemplateHasInlineScriptOrStyleOrAnOutsideHost(Path template) throws IOException {
        assertThat(Files.readString(template))
                .doesNotContain("<style", "style=\"", "javascript:", "<script>")
                .doesNotContainPattern("\\son[a-z]+=\"")
                .doesNotContainPattern("(src|href)=\"https?://");
    }

    /** Text between tags is a placeholder for the eye of whoever edits; an element that shows it has th:text or th:utext. */
    @ParameterizedTest
    @MethodSource("templates")
    void noTemplateShowsTextOfItsOwn(Path template) throws IOException {
        String page =
                Files.readString(template).replaceAll("(?s)<!--.*?-->", "").replaceAll("(?s)<head>.*?</head>", "");
        Matcher matcher = Pattern.compile("<([a-zA-Z0-9:]+)([^>]*)>([^<]*[A-Za-z]{2,}[^<]*)<")
                .matcher(page);
        List<String> own = new ArrayList<>();
        while (matcher.find()) {
            if (!matcher.group(2).contains("th:text") && !matcher.group(2).contains("th:utext")) {
                own.add(matcher.group(3).strip());
            }
        }
        assertThat(own).isEmpty();
    }
}
