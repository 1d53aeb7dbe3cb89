package org.partnerportal.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerportal.entrarole.EntraRole.GLOBAL_ADMINISTRATOR;
import static org.partnerportal.invitation.Invitations.AGREEMENT_ACCEPTED;
import static org.partnerportal.invitation.Invitations.AGREEMENT_OPEN;
import static org.partnerportal.invitation.Invitations.ALDER;
import static org.partnerportal.invitation.Invitations.BEN;
import static org.partnerportal.invitation.Invitations.BEN_WITHOUT_ROLES;
import static org.partnerportal.invitation.Invitations.EXPIRY;
import static org.partnerportal.invitation.Invitations.LENA;
import static org.partnerportal.invitation.Invitations.LICENSE;
import static org.partnerportal.invitation.Invitations.MIA_WITHOUT_ROLES;
import static org.partnerportal.invitation.Invitations.MICROSECOND_BEFORE_EXPIRY;
import static org.partnerportal.invitation.Invitations.NEEDS_GLOBAL_ADMINISTRATOR;
import static org.partnerportal.invitation.Invitations.NOAH;
import static org.partnerportal.invitation.Invitations.NOW;
import static org.partnerportal.invitation.Invitations.OFFERED_DAYS;
import static org.partnerportal.invitation.Invitations.OLDER_AGREEMENT;
import static org.partnerportal.invitation.Invitations.OLIVIA;
import static org.partnerportal.invitation.Invitations.PARTNER_SWITCHED_OFF;
import static org.partnerportal.invitation.Invitations.ROLE_NOT_OFFERED;
import static org.partnerportal.invitation.Invitations.RUTH;
import static org.partnerportal.invitation.Invitations.SAM;
import static org.partnerportal.invitation.Invitations.SERVICE_SUPPORT;
import static org.partnerportal.invitation.Invitations.everything;
import static org.partnerportal.invitation.Invitations.forAlder;
import static org.partnerportal.invitation.Invitations.granting;
import static org.partnerportal.invitation.Invitations.grantingDays;
import static org.partnerportal.invitation.Invitations.nothingToChoose;
import static org.partnerportal.invitation.Invitations.ofAgreement;
import static org.partnerportal.invitation.Invitations.ofTerms;
import static org.partnerportal.invitation.Invitations.pending;
import static org.partnerportal.invitation.Invitations.stored;
import static org.partnerportal.invitation.Invitations.withBoxUnticked;
import static org.partnerportal.invitation.OfferBuilder.offer;
import static org.partnerportal.relationship.PartnerType.GDAP;
import static org.partnerportal.relationship.PartnerType.PARTNER;
import static org.partnerportal.relationship.PartnerType.RESELLER;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;
import org.partnerportal.tenant.AdminRole;

/** What may be offered, by whom, and who may answer what and when. */
class InvitationRulesTests {

    private static final String ROLE_NOT_REQUESTABLE = "4ba39ca4-527c-499a-b93d-d9b492c50246";
    private static final Set<String> REQUESTABLE = Set.of(SERVICE_SUPPORT, LICENSE, GLOBAL_ADMINISTRATOR);

    /** Ben's address, once he has moved to another organisation. */
    private static final Actor BEN_ELSEWHERE = inTenantOf(BEN, "birch.example");

    private static Actor inTenantOf(Actor actor, String domain) {
        return new Actor(
                actor.account(),
                Actors.tenant(domain),
                domain,
                actor.partner(),
                actor.name(),
                actor.email(),
                actor.roles(),
                actor.locale(),
                actor.zone(),
                actor.theme(),
                false,
                null);
    }

    /** Who sends, resends and withdraws as which type. */
    @Nested
    class Manage {

        @Test
        void isRefusedToEverybodyElseFirst() {
            assertThat(InvitationRules.answer(pending(), OLIVIA, AGREEMENT_OPEN, NOW))
                    .contains(InvitationRefusal.NOT_FOR_YOU);
            assertThat(InvitationRules.askAgain(stored(InvitationStatus.LAPSED), OLIVIA, EXPIRY))
                    .contains(InvitationRefusal.NOT_FOR_YOU);
            assertThat(InvitationRules.askColleagues(pending(), OLIVIA, AGREEMENT_OPEN, NOW))
                    .contains(InvitationRefusal.NOT_FOR_YOU);
        }

        @ParameterizedTest
        @EnumSource
        void letsAnAdminAgentInviteAsEveryType(PartnerType type) {
            assertThat(InvitationRules.manage(SAM, type)).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(
                names = {
                    "INDEPENDENT_SOFTWARE_VENDOR",
                    "INDIRECT_RESELLER",
                    "LINE_OF_BUSINESS",
                    "MPSA",
                    "OEM",
                    "RESELLER"
                })
        void letsASalesAgentInviteAsATypeWithoutRoles(PartnerType type) {
            assertThat(InvitationRules.manage(LENA, type)).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(names = {"ADVISOR", "PARTNER", "GDAP"})
        void refusesASalesAgentATypeWithRoles(PartnerType type) {
            assertThat(InvitationRules.manage(LENA, type)).contains(InvitationRefusal.NEEDS_ADMIN_AGENT);
        }

        @ParameterizedTest
        @EnumSource
        void letsASalesAgentWhoIsAnAdminAgentTooInviteAsEveryType(PartnerType type) {
            Actor both = Actors.partnersPerson("sam@brightwater.example", AdminRole.ADMIN_AGENT, AdminRole.SALES_AGENT);

            assertThat(InvitationRules.manage(both, type)).isEmpty();
        }

        @Test
        void letsBothAgentsManageInvitationsBeforeATypeIsChosen() {
            assertThat(InvitationRules.manage(SAM, null)).isEmpty();
            assertThat(InvitationRules.manage(LENA, null)).isEmpty();
        }

        @ParameterizedTest
        @EnumSource
        void refusesAHelpdeskAgentEveryType(PartnerType type) {
            assertThat(InvitationRules.manage(NOAH, type)).contains(InvitationRefusal.NEEDS_AGENT);
        }

        @ParameterizedTest
        @EnumSource(
                mode = Mode.EXCLUDE,
                names = {"ADMIN_AGENT", "SALES_AGENT"})
        void refusesEverybodyElseAtAPartner(AdminRole role) {
            Actor person = Actors.partnersPerson("pia@brightwater.example", role);

            assertThat(InvitationRules.manage(person, RESELLER)).contains(InvitationRefusal.NEEDS_AGENT);
            assertThat(InvitationRules.manage(person, null)).contains(InvitationRefusal.NEEDS_AGENT);
        }

        @ParameterizedTest
        @EnumSource(names = {"ADMIN_AGENT", "SALES_AGENT"})
        void refusesAnAgentWhoseOrganisationIsNoPartner(AdminRole role) {
            assertThat(InvitationRules.manage(Actors.person("sam@alder.example", role), RESELLER))
                    .contains(InvitationRefusal.NEEDS_AGENT);
        }
    }

    /** What an offer may hold. */
    @Nested
    class OfferBounds {

        private static final String LABEL_OF_63 = "d".repeat(63);

        private static List<InvitationRefusal> refusals(OfferBuilder offer) {
            return InvitationRules.offer(offer.build(), REQUESTABLE::contains, ALDER::equals)
                    .toList();
        }

        /** A well-formed address of that many characters. */
        private static String addressOf(int length) {
            String start = "k".repeat(64) + "@" + LABEL_OF_63 + "." + LABEL_OF_63 + ".";
            return start + "d".repeat(length - start.length());
        }

        @ParameterizedTest
        @EnumSource
        void takesAnOfferThatKeepsToItsTypesPolicy(PartnerType type) {
            assertThat(refusals(offer(type))).isEmpty();
        }

        @Test
        void namesEverythingThatIsWrongAtOnce() {
            OfferBuilder offer = offer(RESELLER)
                    .email("")
                    .customer(Actors.tenant("birch.example"))
                    .language("")
                    .roles(LICENSE)
                    .durationDays(90)
                    .autoExtend()
                    .name("n".repeat(51))
                    .note("one\ntwo")
                    .lifeDays(0);

            assertThat(refusals(offer))
                    .containsExactlyInAnyOrder(
                            InvitationRefusal.EMAIL_MALFORMED,
                            InvitationRefusal.CUSTOMER_UNKNOWN,
                            InvitationRefusal.LANGUAGE_UNKNOWN,
                            InvitationRefusal.ROLES_NOT_TAKEN,
                            InvitationRefusal.DURATION_NOT_TAKEN,
                            InvitationRefusal.AUTO_EXTEND_NOT_TAKEN,
                            InvitationRefusal.NAME_TOO_LONG,
                            InvitationRefusal.NOTE_MALFORMED,
                            InvitationRefusal.LIFE_OUT_OF_RANGE);
        }

        @Test
        void refusesAnOfferWithoutATypeAndOnlyForThat() {
            assertThat(refusals(offer(null).roles(LICENSE).durationDays(0).autoExtend()))
                    .containsExactly(InvitationRefusal.TYPE_MISSING);
        }

        // address

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ben@alder.example",
                    "ben.carter@alder.example",
                    "b.e.n+portal@mail.alder.example",
                    "o'neil@alder.example",
                    "ben_c-1@alder-finch.example",
                    "b@a.co",
                    "1@1.example",
                    "ben@xn--p8j9a0d9c9a.xn--q9jyb4c",
                    "ben@198.51.100.com"
                })
        void takesAnAddressAsPeopleHaveThem(String email) {
            assertThat(refusals(offer(GDAP).email(email))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "BEN@Alder.Example",
                    "  ben@alder.example ",
                    "ben@alder.example\r\n",
                    "\u3000ben@alder.example"
                })
        void takesAnAddressAsPeopleTypeIt(String email) {
            assertThat(refusals(offer(GDAP).email(email))).isEmpty();
            assertThat(offer(GDAP).email(email).build().email()).isEqualTo("ben@alder.example");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ben@alder.example\r\nBcc: eve@evil.example",
                    "ben@alder.example\nBcc: eve@evil.example",
                    "ben@alder.example\rBcc: eve@evil.example",
                    "ben\r\nBcc:eve@evil.example",
                    "ben\n@alder.example",
                    "ben@alder\r\n.example",
                    "ben@alder.example\u0000",
                    "ben\t@alder.example",
                    "ben\u2028@alder.example",
                    "ben@alder.example\u0085bcc"
                })
        void refusesAnAddressThatWouldAddAHeader(String email) {
            assertThat(refusals(offer(GDAP).email(email))).containsExactly(InvitationRefusal.EMAIL_MALFORMED);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "   ",
                    "ben",
                    "@",
                    "@alder.example",
                    "ben@",
                    "ben@alder",
                    "ben@@alder.example",
                    "ben@alder.example@evil.example",
                    "ben@evil@alder.example",
                    "ben carter@alder.example",
                    "ben @alder.example",
                    "ben@ alder.example",
                    "\"ben\"@alder.example",
                    "\"ben carter\"@alder.example",
                    "Ben <ben@alder.example>",
                    "<ben@alder.example>",
                    "ben@alder.example,eve@evil.example",
                    "ben@alder.example;eve@evil.example",
                    "ben(carter)@alder.example",
                    "ben\\@alder.example",
                    "ben:carter@alder.example",
                    "mailto:ben@alder.example",
                    "ben@[192.0.2.1]",
                    "ben@alder_finch.example",
                    "べん@alder.example",
                    "ben@さくら.example",
                    "ben＠alder.example"
                })
        void refusesWhatIsNoAddress(String email) {
            assertThat(refusals(offer(GDAP).email(email))).containsExactly(InvitationRefusal.EMAIL_MALFORMED);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    ".ben@alder.example",
                    "ben.@alder.example",
                    "ben..carter@alder.example",
                    ".@alder.example",
                    "ben@.alder.example",
                    "ben@alder.example.",
                    "ben@alder..example",
                    "ben@-alder.example",
                    "ben@alder-.example",
                    "ben@alder.-example",
                    "ben@alder.example-",
                    "ben@alder.e"
                })
        void refusesAnAddressWithDotsOrHyphensWhereNoneBelong(String email) {
            assertThat(refusals(offer(GDAP).email(email))).containsExactly(InvitationRefusal.EMAIL_MALFORMED);
        }

        @Test
        void takesAnAddressOfUpTo254Characters() {
            assertThat(refusals(offer(GDAP).email(addressOf(254)))).isEmpty();
            assertThat(refusals(offer(GDAP).email(addressOf(255)))).containsExactly(InvitationRefusal.EMAIL_MALFORMED);
        }

        @Test
        void takesAMailboxOfUpTo64Characters() {
            assertThat(refusals(offer(GDAP).email("k".repeat(64) + "@alder.example")))
                    .isEmpty();
            assertThat(refusals(offer(GDAP).email("k".repeat(65) + "@alder.example")))
                    .containsExactly(InvitationRefusal.EMAIL_MALFORMED);
        }

        @Test
        void takesDomainLabelsOfUpTo63Characters() {
            assertThat(refusals(offer(GDAP).email("ben@" + LABEL_OF_63 + ".example")))
                    .isEmpty();
            assertThat(refusals(offer(GDAP).email("ben@" + LABEL_OF_63 + "d.example")))
                    .containsExactly(InvitationRefusal.EMAIL_MALFORMED);
            assertThat(refusals(offer(GDAP).email("ben@alder." + LABEL_OF_63))).isEmpty();
            assertThat(refusals(offer(GDAP).email("ben@alder." + LABEL_OF_63 + "d")))
                    .containsExactly(InvitationRefusal.EMAIL_MALFORMED);
        }

        // customer and language

        @Test
        void takesACustomerThatThePartnerKnows() {
            assertThat(refusals(offer(GDAP).customer(ALDER))).isEmpty();
        }

        @Test
        void refusesACustomerThatThePartnerDoesNotKnow() {
            assertThat(refusals(offer(GDAP).customer(Actors.tenant("birch.example"))))
                    .containsExactly(InvitationRefusal.CUSTOMER_UNKNOWN);
        }

        @ParameterizedTest
        @ValueSource(strings = {"en", "ja"})
        void takesALanguageThatThePortalSpeaks(String language) {
            assertThat(refusals(offer(GDAP).language(language))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "de", "JA", "en-GB"})
        void refusesALanguageThatThePortalDoesNotSpeak(String language) {
            assertThat(refusals(offer(GDAP).language(language))).containsExactly(InvitationRefusal.LANGUAGE_UNKNOWN);
        }

        // roles

        @ParameterizedTest
        @EnumSource(
                mode = Mode.EXCLUDE,
                names = {"GDAP", "PARTNER"})
        void refusesRolesOfATypeThatTakesNone(PartnerType type) {
            assertThat(refusals(offer(type).roles(LICENSE))).containsExactly(InvitationRefusal.ROLES_NOT_TAKEN);
        }

        @ParameterizedTest
        @EnumSource(names = {"GDAP", "PARTNER"})
        void refusesATypeThatTakesRolesWithoutAny(PartnerType type) {
            assertThat(refusals(offer(type).roles())).containsExactly(InvitationRefusal.ROLES_MISSING);
        }

        @ParameterizedTest
        @EnumSource(names = {"GDAP", "PARTNER"})
        void takesASingleRole(PartnerType type) {
            assertThat(refusals(offer(type).roles(LICENSE))).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(names = {"GDAP", "PARTNER"})
        void refusesARoleThatIsUnknownOrCanNotBeRequestedAnyMore(PartnerType type) {
            assertThat(refusals(offer(type).roles(ROLE_NOT_REQUESTABLE)))
                    .containsExactly(InvitationRefusal.ROLE_UNKNOWN);
        }

        @Test
        void refusesAnUnknownRoleAmongKnownOnes() {
            assertThat(refusals(offer(GDAP).roles(LICENSE, SERVICE_SUPPORT, "no role")))
                    .containsExactly(InvitationRefusal.ROLE_UNKNOWN);
        }

        // duration

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 180, 729, 730})
        void takesAGdapDurationOf1To730Days(int days) {
            assertThat(refusals(offer(GDAP).durationDays(days))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 731, Integer.MAX_VALUE})
        void refusesAnyOtherGdapDuration(int days) {
            assertThat(refusals(offer(GDAP).durationDays(days)))
                    .containsExactly(InvitationRefusal.DURATION_OUT_OF_RANGE);
        }

        @Test
        void refusesGdapWithoutADuration() {
            assertThat(refusals(offer(GDAP).durationDays(null)))
                    .containsExactly(InvitationRefusal.DURATION_OUT_OF_RANGE);
        }

        @ParameterizedTest
        @EnumSource(mode = Mode.EXCLUDE, names = "GDAP")
        void refusesADurationOfAnythingButGdap(PartnerType type) {
            assertThat(refusals(offer(type).durationDays(90))).containsExactly(InvitationRefusal.DURATION_NOT_TAKEN);
        }

        // auto-extend

        @Test
        void takesAutoExtendOfGdap() {
            assertThat(refusals(offer(GDAP).autoExtend())).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(mode = Mode.EXCLUDE, names = "GDAP")
        void refusesAutoExtendOfAnythingButGdap(PartnerType type) {
            assertThat(refusals(offer(type).autoExtend())).containsExactly(InvitationRefusal.AUTO_EXTEND_NOT_TAKEN);
        }

        @Test
        void refusesAutoExtendWithGlobalAdministratorAmongTheRoles() {
            OfferBuilder offer = offer(GDAP).roles(LICENSE, GLOBAL_ADMINISTRATOR);

            assertThat(refusals(offer)).isEmpty();
            assertThat(refusals(offer.autoExtend()))
                    .containsExactly(InvitationRefusal.AUTO_EXTEND_WITH_GLOBAL_ADMINISTRATOR);
        }

        // name, note, life

        @Test
        void takesANameOfUpTo50Characters() {
            assertThat(refusals(offer(GDAP).name("名".repeat(50)))).isEmpty();
            assertThat(refusals(offer(GDAP).name("名".repeat(51)))).containsExactly(InvitationRefusal.NAME_TOO_LONG);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "IT\r\nSupport",
                    "IT\nSupport",
                    "IT\rSupport",
                    "IT\tSupport",
                    "IT\u0000Support",
                    "IT\u007fSupport"
                })
        void refusesANameWithControlCharacters(String name) {
            assertThat(refusals(offer(GDAP).name(name))).containsExactly(InvitationRefusal.NAME_MALFORMED);
        }

        @Test
        void refusesANoteOf501Characters() {
            assertThat(refusals(offer(GDAP).note("記".repeat(500)))).isEmpty();
            assertThat(refusals(offer(GDAP).note("記".repeat(501)))).containsExactly(InvitationRefusal.NOTE_TOO_LONG);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Dear Ben,\r\nhello", "Dear Ben,\nhello", "Dear Ben,\rhello", "Dear Ben,\u0000hello"})
        void refusesANoteWithControlCharacters(String note) {
            assertThat(refusals(offer(GDAP).note(note))).containsExactly(InvitationRefusal.NOTE_MALFORMED);
        }

        @Test
        void doesNotCountSpaceAroundNameAndNote() {
            OfferBuilder offer =
                    offer(GDAP).name(" " + "n".repeat(50) + "\r\n").note("\r\n" + "n".repeat(500) + "\r\n");

            assertThat(refusals(offer)).isEmpty();
            assertThat(offer.build().name()).isEqualTo("n".repeat(50));
            assertThat(offer.build().note()).isEqualTo("n".repeat(500));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 30, 89, 90})
        void takesALifeOf1To90Days(int days) {
            assertThat(refusals(offer(GDAP).lifeDays(days))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 91, Integer.MAX_VALUE})
        void refusesAnyOtherLife(int days) {
            assertThat(refusals(offer(GDAP).lifeDays(days))).containsExactly(InvitationRefusal.LIFE_OUT_OF_RANGE);
        }
    }

    /** Whether the invitation still waits, by its status and by the clock. */
    @Nested
    class Waiting {

        /** Each status with the refusal that names it. */
        static Stream<Arguments> over() {
            return Stream.of(
                    Arguments.of(InvitationStatus.ACCEPTED, InvitationRefusal.ALREADY_ACCEPTED),
                    Arguments.of(InvitationStatus.DECLINED, InvitationRefusal.ALREADY_DECLINED),
                    Arguments.of(InvitationStatus.WITHDRAWN, InvitationRefusal.ALREADY_WITHDRAWN),
                    Arguments.of(InvitationStatus.LAPSED, InvitationRefusal.ALREADY_LAPSED),
                    Arguments.of(InvitationStatus.CHANGES_REQUESTED, InvitationRefusal.CHANGES_WERE_REQUESTED));
        }

        @Test
        void waitsUntilTheMicrosecondBeforeItsExpiry() {
            assertThat(InvitationRules.waiting(pending(), NOW)).isEmpty();
            assertThat(InvitationRules.waiting(pending(), MICROSECOND_BEFORE_EXPIRY))
                    .isEmpty();
        }

        @Test
        void isLapsedExactlyAtItsExpiryWhateverJobsHaveRun() {
            assertThat(InvitationRules.waiting(pending(), EXPIRY)).contains(InvitationRefusal.ALREADY_LAPSED);
            assertThat(InvitationRules.statusAt(pending(), EXPIRY)).isEqualTo(InvitationStatus.LAPSED);
            assertThat(InvitationRules.statusAt(pending(), MICROSECOND_BEFORE_EXPIRY))
                    .isEqualTo(InvitationStatus.PENDING);
        }

        @ParameterizedTest
        @MethodSource("over")
        void namesWhatHappenedInstead(InvitationStatus status, InvitationRefusal refusal) {
            assertThat(InvitationRules.waiting(stored(status), NOW)).contains(refusal);
        }

        @ParameterizedTest
        @EnumSource(names = {"ACCEPTED", "DECLINED", "WITHDRAWN"})
        void keepsItsAnswerAfterItsExpiry(InvitationStatus status) {
            assertThat(InvitationRules.statusAt(stored(status), EXPIRY)).isEqualTo(status);
        }

        @ParameterizedTest
        @MethodSource("over")
        void isNotAnsweredWhenItIsOver(InvitationStatus status, InvitationRefusal refusal) {
            assertThat(InvitationRules.answer(stored(status), BEN, AGREEMENT_OPEN, NOW))
                    .contains(refusal);
            assertThat(InvitationRules.accept(stored(status), everything(), BEN, AGREEMENT_OPEN, NOW))
                    .contains(refusal);
        }

        @ParameterizedTest
        @MethodSource("over")
        void isDeclinedWhileThePartnerThinksAboutChangesButNotOnceItIsOver(
                InvitationStatus status, InvitationRefusal refusal) {
            boolean partnerThinks = status == InvitationStatus.CHANGES_REQUESTED;

            assertThat(InvitationRules.decline(stored(status), "", BEN, AGREEMENT_OPEN, NOW))
                    .isEqualTo(partnerThinks ? Optional.empty() : Optional.of(refusal));
        }

        @Test
        void lapsesByTheClockWhileThePartnerThinksAboutChanges() {
            Invitation thinking = stored(InvitationStatus.CHANGES_REQUESTED);

            assertThat(InvitationRules.waiting(thinking, MICROSECOND_BEFORE_EXPIRY))
                    .contains(InvitationRefusal.CHANGES_WERE_REQUESTED);
            assertThat(InvitationRules.waiting(thinking, EXPIRY)).contains(InvitationRefusal.ALREADY_LAPSED);
            assertThat(InvitationRules.lapse(thinking, EXPIRY)).isEmpty();
            assertThat(InvitationRules.decline(thinking, "", BEN, AGREEMENT_OPEN, EXPIRY))
                    .contains(InvitationRefusal.ALREADY_LAPSED);
            assertThat(InvitationRules.resend(thinking, SAM, EXPIRY)).isEmpty();
        }

        @Test
        void isWithdrawnWhileThePartnerThinksAboutChanges() {
            assertThat(InvitationRules.withdraw(stored(InvitationStatus.CHANGES_REQUESTED), SAM, NOW))
                    .isEmpty();
        }

        // withdraw

        @Test
        void isWithdrawnByAnAgentWhileItWaits() {
            assertThat(InvitationRules.withdraw(pending(), SAM, MICROSECOND_BEFORE_EXPIRY))
                    .isEmpty();
            assertThat(InvitationRules.withdraw(pending(RESELLER), LENA, NOW)).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(names = {"ACCEPTED", "DECLINED", "WITHDRAWN", "LAPSED"})
        void isNotWithdrawnOnceItIsOver(InvitationStatus status) {
            assertThat(InvitationRules.withdraw(stored(status), SAM, NOW))
                    .isEqualTo(InvitationRules.waiting(stored(status), NOW))
                    .isPresent();
        }

        @Test
        void isNotWithdrawnFromItsExpiryOn() {
            assertThat(InvitationRules.withdraw(pending(), SAM, EXPIRY)).contains(InvitationRefusal.ALREADY_LAPSED);
        }

        @Test
        void isNotWithdrawnByTheWrongPerson() {
            assertThat(InvitationRules.withdraw(pending(), BEN, NOW)).contains(InvitationRefusal.NEEDS_AGENT);
            assertThat(InvitationRules.withdraw(pending(), NOAH, NOW)).contains(InvitationRefusal.NEEDS_AGENT);
            assertThat(InvitationRules.withdraw(pending(), LENA, NOW)).contains(InvitationRefusal.NEEDS_ADMIN_AGENT);
        }

        // send again

        @Test
        void itsMailIsSentAgainWhileItWaits() {
            assertThat(InvitationRules.sendAgain(pending(), SAM, MICROSECOND_BEFORE_EXPIRY))
                    .isEmpty();
            assertThat(InvitationRules.sendAgain(pending(), SAM, EXPIRY)).contains(InvitationRefusal.ALREADY_LAPSED);
            assertThat(InvitationRules.sendAgain(stored(InvitationStatus.CHANGES_REQUESTED), SAM, NOW))
                    .contains(InvitationRefusal.CHANGES_WERE_REQUESTED);
        }

        @Test
        void itsMailIsSentAgainOnlyByWhoMaySendIt() {
            assertThat(InvitationRules.sendAgain(pending(), BEN, NOW)).contains(InvitationRefusal.NEEDS_AGENT);
            assertThat(InvitationRules.sendAgain(pending(), LENA, NOW)).contains(InvitationRefusal.NEEDS_ADMIN_AGENT);
        }

        // resend

        @Test
        void isResentWhileItWaitsAndAfterItLapsed() {
            assertThat(InvitationRules.resend(pending(), SAM, NOW)).isEmpty();
            assertThat(InvitationRules.resend(pending(), SAM, EXPIRY)).isEmpty();
            assertThat(InvitationRules.resend(stored(InvitationStatus.LAPSED), SAM, EXPIRY))
                    .isEmpty();
            assertThat(InvitationRules.resend(pending(RESELLER), LENA, NOW)).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(names = {"ACCEPTED", "DECLINED", "WITHDRAWN", "CHANGES_REQUESTED"})
        void isNotResentOnceItWasAnsweredOrWithdrawn(InvitationStatus status) {
            assertThat(InvitationRules.resend(stored(status), SAM, NOW))
                    .isEqualTo(InvitationRules.waiting(stored(status), NOW))
                    .isPresent();
        }

        @Test
        void isNotResentByTheWrongPerson() {
            assertThat(InvitationRules.resend(pending(), BEN, NOW)).contains(InvitationRefusal.NEEDS_AGENT);
            assertThat(InvitationRules.resend(pending(), NOAH, NOW)).contains(InvitationRefusal.NEEDS_AGENT);
            assertThat(InvitationRules.resend(pending(), LENA, NOW)).contains(InvitationRefusal.NEEDS_ADMIN_AGENT);
        }

        // lapse

        @Test
        void lapsesExactlyAtItsExpiry() {
            assertThat(InvitationRules.lapse(pending(), EXPIRY)).isEmpty();
            assertThat(InvitationRules.lapse(pending(), MICROSECOND_BEFORE_EXPIRY))
                    .contains(InvitationRefusal.NOT_LAPSED_YET);
        }

        @ParameterizedTest
        @EnumSource(names = {"ACCEPTED", "DECLINED", "WITHDRAWN", "LAPSED"})
        void lapsesOnceAndOnlyWithoutAnAnswer(InvitationStatus status) {
            assertThat(InvitationRules.lapse(stored(status), EXPIRY))
                    .isEqualTo(InvitationRules.waiting(stored(status), EXPIRY))
                    .isPresent();
        }

        // ask again

        @Test
        void isAskedForAgainFromItsExpiryOn() {
            assertThat(InvitationRules.askAgain(pending(), BEN, EXPIRY)).isEmpty();
            assertThat(InvitationRules.askAgain(stored(InvitationStatus.LAPSED), BEN, EXPIRY))
                    .isEmpty();
        }

        @Test
        void isNotAskedForAgainWhileItWaits() {
            assertThat(InvitationRules.askAgain(pending(), BEN, MICROSECOND_BEFORE_EXPIRY))
                    .contains(InvitationRefusal.NOT_LAPSED_YET);
        }

        @ParameterizedTest
        @EnumSource(names = {"ACCEPTED", "DECLINED", "WITHDRAWN", "CHANGES_REQUESTED"})
        void isNotAskedForAgainOnceItWasAnsweredOrWithdrawn(InvitationStatus status) {
            assertThat(InvitationRules.askAgain(stored(status), BEN, NOW))
                    .isEqualTo(InvitationRules.waiting(stored(status), NOW))
                    .isPresent();
        }
    }

    /** To whom an invitation exists at all. */
    @Nested
    class MaySee {

        @Test
        void isSeenByTheAddresseeWhateverRolesTheyHold() {
            Actor benWithoutRoles = Actors.person("ben@alder.example");

            assertThat(InvitationRules.maySee(pending(), BEN)).isTrue();
            assertThat(InvitationRules.maySee(pending(), benWithoutRoles)).isTrue();
            assertThat(InvitationRules.maySee(forAlder(GDAP), BEN)).isTrue();
            assertThat(InvitationRules.maySee(forAlder(GDAP), benWithoutRoles)).isTrue();
        }

        @Test
        void isSeenByTheAddresseeInAnyOrganisationWhereNoneIsNamed() {
            assertThat(InvitationRules.maySee(pending(), BEN_ELSEWHERE)).isTrue();
        }

        @Test
        void isNotSeenByTheAddresseeInAnotherOrganisationThanTheOneNamed() {
            assertThat(InvitationRules.maySee(forAlder(GDAP), BEN_ELSEWHERE)).isFalse();
        }

        @ParameterizedTest
        @EnumSource(
                names = {
                    "GLOBAL_ADMINISTRATOR",
                    "BILLING_ADMINISTRATOR",
                    "GLOBAL_READER",
                    "CUSTOMER_DELEGATED_ADMIN_RELATIONSHIP_ADMINISTRATOR"
                })
        void isSeenByAColleagueWithOneOfFourRolesOnceTheCustomerIsNamed(AdminRole role) {
            Actor colleague = Actors.person("cleo@alder.example", role);

            assertThat(InvitationRules.maySee(forAlder(RESELLER), colleague)).isTrue();
            assertThat(InvitationRules.maySee(pending(RESELLER), colleague)).isFalse();
        }

        @ParameterizedTest
        @EnumSource(
                mode = Mode.EXCLUDE,
                names = {
                    "GLOBAL_ADMINISTRATOR",
                    "BILLING_ADMINISTRATOR",
                    "GLOBAL_READER",
                    "CUSTOMER_DELEGATED_ADMIN_RELATIONSHIP_ADMINISTRATOR"
                })
        void isNotSeenByAColleagueWithAnyOtherRole(AdminRole role) {
            assertThat(InvitationRules.maySee(forAlder(GDAP), Actors.partnersPerson("cleo@alder.example", role)))
                    .isFalse();
        }

        @Test
        void isNotSeenByAColleagueWithoutRoles() {
            assertThat(InvitationRules.maySee(forAlder(GDAP), MIA_WITHOUT_ROLES))
                    .isFalse();
        }

        @ParameterizedTest
        @EnumSource
        void isNotSeenInAnyOtherOrganisationWhateverTheRole(AdminRole role) {
            Actor stranger = Actors.partnersPerson("bill@birch.example", role);

            assertThat(InvitationRules.maySee(pending(), stranger)).isFalse();
            assertThat(InvitationRules.maySee(forAlder(GDAP), stranger)).isFalse();
        }

        @Test
        void isNotSeenOnTheCustomersSideByThePartnerWhoSentIt() {
            assertThat(InvitationRules.maySee(pending(), SAM)).isFalse();
            assertThat(InvitationRules.maySee(forAlder(GDAP), SAM)).isFalse();
        }

        @Test
        void knowsTheAddresseeByTheWholeAddress() {
            assertThat(InvitationRules.isAddressee(pending(), BEN)).isTrue();
            assertThat(InvitationRules.isAddressee(pending(), OLIVIA)).isFalse();
            assertThat(InvitationRules.isAddressee(pending(), Actors.billingAdministrator("ben@birch.example")))
                    .isFalse();
        }
    }

    /** Who may answer at all. */
    @Nested
    class Answer {

        private static final Set<AdminRole> AT_LEAST_BILLING_ADMINISTRATOR =
                Set.of(AdminRole.GLOBAL_ADMINISTRATOR, AdminRole.BILLING_ADMINISTRATOR);

        private static Optional<InvitationRefusal> answer(PartnerType type, AdminRole role) {
            Actor actor = Actors.partnersPerson("ben@alder.example", role);
            return InvitationRules.answer(pending(type), actor, AGREEMENT_OPEN, NOW);
        }

        @ParameterizedTest
        @EnumSource
        void isForAtLeastABillingAdministratorWhateverTheType(PartnerType type) {
            assertThat(answer(type, AdminRole.BILLING_ADMINISTRATOR)).isEmpty();
            assertThat(answer(type, AdminRole.GLOBAL_ADMINISTRATOR)).isEmpty();
        }

        @ParameterizedTest
        @EnumSource
        void isForADelegatedAdminRelationshipAdministratorOnlyWithGdap(PartnerType type) {
            Optional<InvitationRefusal> refusal =
                    answer(type, AdminRole.CUSTOMER_DELEGATED_ADMIN_RELATIONSHIP_ADMINISTRATOR);

            if (type == GDAP) {
                assertThat(refusal).isEmpty();
            } else {
                assertThat(refusal).contains(InvitationRefusal.NEEDS_BILLING_ADMINISTRATOR);
            }
        }

        @ParameterizedTest
        @EnumSource(
                mode = Mode.EXCLUDE,
                names = {
                    "GLOBAL_ADMINISTRATOR",
                    "BILLING_ADMINISTRATOR",
                    "CUSTOMER_DELEGATED_ADMIN_RELATIONSHIP_ADMINISTRATOR"
                })
        void isNotForAnyOtherRole(AdminRole role) {
            assertThat(answer(GDAP, role)).contains(InvitationRefusal.NEEDS_BILLING_ADMINISTRATOR);
            assertThat(answer(RESELLER, role)).contains(InvitationRefusal.NEEDS_BILLING_ADMINISTRATOR);
        }

        @Test
        void isForAColleagueWithTheRightRoleOnceTheCustomerIsNamed() {
            assertThat(InvitationRules.maySee(forAlder(RESELLER), OLIVIA)).isTrue();
            assertThat(InvitationRules.answer(forAlder(RESELLER), OLIVIA, AGREEMENT_OPEN, NOW))
                    .isEmpty();
        }

        @Test
        void isNotGivenToASwitchedOffPartner() {
            assertThat(InvitationRules.answer(pending(), BEN, PARTNER_SWITCHED_OFF, NOW))
                    .contains(InvitationRefusal.PARTNER_DISABLED);
        }

        @Test
        void isNotGivenToTheOwnOrganisation() {
            Actor olga = Actors.partnersPerson("olga@brightwater.example", AdminRole.GLOBAL_ADMINISTRATOR);
            Invitation invitation = offer(GDAP).email(olga.email()).sent();

            assertThat(InvitationRules.answer(invitation, olga, AGREEMENT_OPEN, NOW))
                    .contains(InvitationRefusal.OWN_ORGANISATION);
        }

        @Test
        void isGivenByAnotherPartnerAsACustomer() {
            Actor emil = Actors.partnersPerson("emil@hanse.example", AdminRole.GLOBAL_ADMINISTRATOR);
            Invitation invitation = offer(GDAP).email(emil.email()).sent();

            assertThat(InvitationRules.answer(invitation, emil, AGREEMENT_OPEN, NOW))
                    .isEmpty();
        }

        @Test
        void isRefusedFirstForWhatNoPersonCouldChange() {
            Actor pia = Actors.partnersPerson("pia@brightwater.example");
            Invitation forPia = offer(GDAP).email(pia.email()).sent();

            assertThat(InvitationRules.answer(forPia, pia, PARTNER_SWITCHED_OFF, EXPIRY))
                    .contains(InvitationRefusal.ALREADY_LAPSED);
            assertThat(InvitationRules.answer(forPia, pia, PARTNER_SWITCHED_OFF, NOW))
                    .contains(InvitationRefusal.PARTNER_DISABLED);
            assertThat(InvitationRules.answer(forPia, pia, AGREEMENT_OPEN, NOW))
                    .contains(InvitationRefusal.OWN_ORGANISATION);
            assertThat(InvitationRules.answer(pending(), BEN_WITHOUT_ROLES, AGREEMENT_OPEN, NOW))
                    .contains(InvitationRefusal.NEEDS_BILLING_ADMINISTRATOR);
        }

        @ParameterizedTest
        @EnumSource
        void isAcceptedWithTheAgreementOnlyByAtLeastABillingAdministrator(AdminRole role) {
            Actor actor = Actors.partnersPerson("ben@alder.example", role);
            Optional<InvitationRefusal> refusal = InvitationRules.mayAccept(pending(), actor, AGREEMENT_OPEN, NOW);

            assertThat(refusal.isEmpty()).isEqualTo(AT_LEAST_BILLING_ADMINISTRATOR.contains(role));
        }
    }

    /** What exactly may be accepted. */
    @Nested
    class Accept {

        private static Optional<InvitationRefusal> accept(Acceptance acceptance) {
            return InvitationRules.accept(pending(), acceptance, BEN, AGREEMENT_OPEN, NOW);
        }

        private static Optional<InvitationRefusal> accept(PartnerType type, Acceptance acceptance) {
            return InvitationRules.accept(pending(type), acceptance, BEN, AGREEMENT_OPEN, NOW);
        }

        @Test
        void takesEverythingAsOffered() {
            assertThat(accept(everything())).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(
                mode = Mode.EXCLUDE,
                names = {"GDAP", "PARTNER"})
        void takesATypeWithNothingToChoose(PartnerType type) {
            assertThat(accept(type, nothingToChoose())).isEmpty();
        }

        @Test
        void takesAPartnerWithRolesAndWithoutATimeLimit() {
            assertThat(accept(PARTNER, grantingDays(null))).isEmpty();
        }

        @Test
        void isInTimeUntilTheMicrosecondBeforeTheExpiry() {
            assertThat(InvitationRules.accept(pending(), everything(), BEN, AGREEMENT_OPEN, MICROSECOND_BEFORE_EXPIRY))
                    .isEmpty();
            assertThat(InvitationRules.accept(pending(), everything(), BEN, AGREEMENT_OPEN, EXPIRY))
                    .contains(InvitationRefusal.ALREADY_LAPSED);
        }

        @Test
        void refusesAPersonWithoutTheRole() {
            assertThat(InvitationRules.accept(pending(), everything(), BEN_WITHOUT_ROLES, AGREEMENT_OPEN, NOW))
                    .contains(InvitationRefusal.NEEDS_BILLING_ADMINISTRATOR);
        }

        // privileged roles

        @Test
        void needsAGlobalAdministratorForPrivilegedRolesWhereThePortalWantsThat() {
            assertThat(InvitationRules.mayAccept(pending(), BEN, NEEDS_GLOBAL_ADMINISTRATOR, NOW))
                    .contains(InvitationRefusal.NEEDS_GLOBAL_ADMINISTRATOR);
            assertThat(InvitationRules.accept(pending(), everything(), BEN, NEEDS_GLOBAL_ADMINISTRATOR, NOW))
                    .contains(InvitationRefusal.NEEDS_GLOBAL_ADMINISTRATOR);
            assertThat(InvitationRules.mayAccept(forAlder(GDAP), RUTH, NEEDS_GLOBAL_ADMINISTRATOR, NOW))
                    .contains(InvitationRefusal.NEEDS_GLOBAL_ADMINISTRATOR);
            assertThat(InvitationRules.accept(forAlder(GDAP), everything(), OLIVIA, NEEDS_GLOBAL_ADMINISTRATOR, NOW))
                    .isEmpty();
        }

        @Test
        void letsABillingAdministratorDeclinePrivilegedRoles() {
            assertThat(InvitationRules.decline(pending(), "", BEN, NEEDS_GLOBAL_ADMINISTRATOR, NOW))
                    .isEmpty();
        }

        // terms

        @ParameterizedTest
        @ValueSource(ints = {0, 2})
        void refusesTermsThatAreNotTheOnesShown(int termsVersion) {
            assertThat(accept(ofTerms(termsVersion))).contains(InvitationRefusal.TERMS_STALE);
        }

        // roles

        @Test
        void letsTheCustomerUntickRoles() {
            assertThat(accept(granting(Set.of(LICENSE)))).isEmpty();
        }

        @Test
        void refusesARoleThatWasNotOffered() {
            assertThat(accept(granting(Set.of(LICENSE, SERVICE_SUPPORT, ROLE_NOT_OFFERED))))
                    .contains(InvitationRefusal.ROLES_NOT_OFFERED);
            assertThat(accept(granting(Set.of(ROLE_NOT_OFFERED)))).contains(InvitationRefusal.ROLES_NOT_OFFERED);
        }

        @Test
        void refusesRolesOfATypeThatOffersNone() {
            assertThat(accept(
                            RESELLER, new Acceptance(1, Set.of(LICENSE), null, AGREEMENT_OPEN.agreement(), "en", true)))
                    .contains(InvitationRefusal.ROLES_NOT_OFFERED);
        }

        @Test
        void refusesToAcceptWithNoRoleLeft() {
            assertThat(accept(granting(Set.of()))).contains(InvitationRefusal.NO_ROLE_LEFT);
            assertThat(accept(PARTNER, nothingToChoose())).contains(InvitationRefusal.NO_ROLE_LEFT);
        }

        // duration

        @ParameterizedTest
        @ValueSource(ints = {1, 89, 90})
        void letsTheCustomerShortenTheDuration(int days) {
            assertThat(accept(grantingDays(days))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(ints = {91, 730})
        void refusesToLengthenTheDuration(int days) {
            assertThat(accept(grantingDays(days))).contains(InvitationRefusal.DURATION_NOT_OFFERED);
        }

        @ParameterizedTest
        @ValueSource(ints = {Integer.MIN_VALUE, -1, 0})
        void refusesADurationOfNoDays(int days) {
            assertThat(accept(grantingDays(days))).contains(InvitationRefusal.DURATION_NOT_OFFERED);
        }

        @Test
        void refusesToDropTheTimeLimit() {
            assertThat(accept(grantingDays(null))).contains(InvitationRefusal.DURATION_NOT_OFFERED);
        }

        @Test
        void refusesADurationWhereNoneWasOffered() {
            assertThat(accept(PARTNER, grantingDays(OFFERED_DAYS))).contains(InvitationRefusal.DURATION_NOT_OFFERED);
        }

        // agreement

        @Test
        void refusesAnUntickedBox() {
            assertThat(accept(withBoxUnticked())).contains(InvitationRefusal.AGREEMENT_NOT_READ);
        }

        @Test
        void refusesAnAgreementThatIsNotInForceAnyMore() {
            assertThat(accept(ofAgreement(OLDER_AGREEMENT))).contains(InvitationRefusal.AGREEMENT_STALE);
            assertThat(accept(ofAgreement(null))).contains(InvitationRefusal.AGREEMENT_STALE);
        }

        @Test
        void asksForNoBoxWhereTheAgreementIsAcceptedAlready() {
            assertThat(InvitationRules.accept(pending(), withBoxUnticked(), BEN, AGREEMENT_ACCEPTED, NOW))
                    .isEmpty();
            assertThat(InvitationRules.accept(pending(), ofAgreement(null), BEN, AGREEMENT_ACCEPTED, NOW))
                    .isEmpty();
        }

        @Test
        void needsABillingAdministratorForAnAgreementThatIsNotAcceptedYet() {
            assertThat(InvitationRules.mayAccept(forAlder(GDAP), RUTH, AGREEMENT_OPEN, NOW))
                    .contains(InvitationRefusal.AGREEMENT_NEEDS_BILLING_ADMINISTRATOR);
            assertThat(InvitationRules.accept(forAlder(GDAP), everything(), RUTH, AGREEMENT_OPEN, NOW))
                    .contains(InvitationRefusal.AGREEMENT_NEEDS_BILLING_ADMINISTRATOR);
        }

        @Test
        void letsADelegatedAdminRelationshipAdministratorAcceptGdapOnceTheAgreementIsAccepted() {
            assertThat(InvitationRules.mayAccept(forAlder(GDAP), RUTH, AGREEMENT_ACCEPTED, NOW))
                    .isEmpty();
            assertThat(InvitationRules.accept(forAlder(GDAP), everything(), RUTH, AGREEMENT_ACCEPTED, NOW))
                    .isEmpty();
        }

        @Test
        void namesStaleTermsBeforeWhatWasChosenOnThem() {
            var stale = new Acceptance(2, Set.of(ROLE_NOT_OFFERED), 731, OLDER_AGREEMENT, "en", false);

            assertThat(accept(stale)).contains(InvitationRefusal.TERMS_STALE);
        }
    }

    /** Who may decline, with what reason. */
    @Nested
    class Decline {

        @Test
        void needsNoReason() {
            assertThat(InvitationRules.decline(pending(), "", BEN, AGREEMENT_OPEN, NOW))
                    .isEmpty();
        }

        @Test
        void takesAReasonOfUpTo500Characters() {
            assertThat(InvitationRules.decline(pending(), "理".repeat(500), BEN, AGREEMENT_OPEN, NOW))
                    .isEmpty();
            assertThat(InvitationRules.decline(pending(), "理".repeat(501), BEN, AGREEMENT_OPEN, NOW))
                    .contains(InvitationRefusal.REASON_TOO_LONG);
        }

        @Test
        void isOpenToADelegatedAdminRelationshipAdministratorBeforeTheAgreementIsAccepted() {
            assertThat(InvitationRules.decline(forAlder(GDAP), "", RUTH, AGREEMENT_OPEN, NOW))
                    .isEmpty();
        }

        @Test
        void isClosedToAPersonWithoutTheRole() {
            assertThat(InvitationRules.decline(pending(), "", BEN_WITHOUT_ROLES, AGREEMENT_OPEN, NOW))
                    .contains(InvitationRefusal.NEEDS_BILLING_ADMINISTRATOR);
        }

        @Test
        void comesTooLateExactlyAtTheExpiry() {
            assertThat(InvitationRules.decline(pending(), "", BEN, AGREEMENT_OPEN, MICROSECOND_BEFORE_EXPIRY))
                    .isEmpty();
            assertThat(InvitationRules.decline(pending(), "", BEN, AGREEMENT_OPEN, EXPIRY))
                    .contains(InvitationRefusal.ALREADY_LAPSED);
        }
    }

    /** Who hands an invitation to the colleagues who can answer it. */
    @Nested
    class AskColleagues {

        @Test
        void isForTheAddresseeWhoLacksTheRole() {
            Actor benWithoutRoles = Actors.person("ben@alder.example");

            assertThat(InvitationRules.askColleagues(pending(), benWithoutRoles, AGREEMENT_OPEN, NOW))
                    .isEmpty();
        }

        @Test
        void isNotForABillingAdministratorWhoAsksAGlobalAdministratorByName() {
            assertThat(InvitationRules.askColleagues(pending(), BEN, NEEDS_GLOBAL_ADMINISTRATOR, NOW))
                    .contains(InvitationRefusal.NEEDS_GLOBAL_ADMINISTRATOR);
            assertThat(InvitationRules.askColleagues(pending(), BEN_WITHOUT_ROLES, NEEDS_GLOBAL_ADMINISTRATOR, NOW))
                    .isEmpty();
        }

        @Test
        void isForADelegatedAdminRelationshipAdministratorWhereTheAgreementIsMissing() {
            assertThat(InvitationRules.askColleagues(forAlder(GDAP), RUTH, AGREEMENT_OPEN, NOW))
                    .isEmpty();
        }

        @Test
        void isNotForSomebodyWhoCanAnswerAlone() {
            assertThat(InvitationRules.askColleagues(pending(), BEN, AGREEMENT_OPEN, NOW))
                    .contains(InvitationRefusal.CAN_ANSWER_ALONE);
            assertThat(InvitationRules.askColleagues(forAlder(GDAP), OLIVIA, NEEDS_GLOBAL_ADMINISTRATOR, NOW))
                    .contains(InvitationRefusal.CAN_ANSWER_ALONE);
        }

        @Test
        void isNoHelpAgainstWhatNoColleagueCouldChange() {
            Actor benWithoutRoles = Actors.person("ben@alder.example");
            Actor pia = Actors.partnersPerson("pia@brightwater.example");

            assertThat(InvitationRules.askColleagues(pending(), benWithoutRoles, AGREEMENT_OPEN, EXPIRY))
                    .contains(InvitationRefusal.ALREADY_LAPSED);
            assertThat(InvitationRules.askColleagues(pending(), benWithoutRoles, PARTNER_SWITCHED_OFF, NOW))
                    .contains(InvitationRefusal.PARTNER_DISABLED);
            assertThat(InvitationRules.askColleagues(
                            offer(GDAP).email(pia.email()).sent(), pia, AGREEMENT_OPEN, NOW))
                    .contains(InvitationRefusal.OWN_ORGANISATION);
        }
    }

    @Test
    void anAddressIsElsewhereOutsideOfTheDomain() {
        assertThat(InvitationRules.isElsewhere("ben@school.example", "school.example"))
                .isFalse();
        assertThat(InvitationRules.isElsewhere("ben@other.example", "school.example"))
                .isTrue();
        assertThat(InvitationRules.isElsewhere("ben@notschool.example", "school.example"))
                .isTrue();
    }
}
