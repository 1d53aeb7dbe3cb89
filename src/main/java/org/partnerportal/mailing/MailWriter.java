package org.partnerportal.mailing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.entrarole.EntraRole;
import org.partnerportal.entrarole.EntraRoles;
import org.partnerportal.mail.Outbox;
import org.partnerportal.mailing.MailComposer.Fact;
import org.partnerportal.notification.MailTopic;
import org.partnerportal.notification.NotificationService;
import org.partnerportal.shared.PortalProperties;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Contact;
import org.partnerportal.tenant.TenantService;
import org.springframework.stereotype.Component;

/** Writes a mail to one reader, in the reader's language and time zone, and puts it into the outbox. */
@Component
class MailWriter {

    private final MailComposer composer;
    private final Outbox outbox;
    private final TenantService tenants;
    private final NotificationService notifications;
    private final EntraRoles roles;
    private final PortalProperties portal;

    MailWriter(
            MailComposer composer,
            Outbox outbox,
            TenantService tenants,
            NotificationService notifications,
            EntraRoles roles,
            PortalProperties portal) {
        this.composer = composer;
        this.outbox = outbox;
        this.tenants = tenants;
        this.notifications = notifications;
        this.roles = roles;
        this.portal = portal;
    }

    /** Somebody to write to; the name is empty where nobody knows it. */
    record Reader(String name, String email, Locale locale, ZoneId zone) {

        private static final ZoneId UTC = ZoneId.of("UTC");

        static Reader of(Contact contact) {
            return new Reader(contact.name(), contact.email(), contact.locale(), contact.zone());
        }

        /** Somebody whose time zone is not known. */
        static Reader of(String name, String email, String language) {
            return new Reader(name, email, Locale.forLanguageTag(language), UTC);
        }
    }

    /** Those of an organisation's people who want mails of that topic, and its addresses that get them too, each once. */
    List<Reader> readers(MailTopic topic, TenantId tenant, List<Contact> people) {
        Map<String, Reader> readers = new LinkedHashMap<>();
        for (Contact person : notifications.wanting(topic, people)) {
            readers.putIfAbsent(person.email(), Reader.of(person));
        }
        for (Reader address : addresses(topic, tenant)) {
            readers.putIfAbsent(address.email(), address);
        }
        return List.copyOf(readers.values());
    }

    /** The organisation's addresses that get mails of that topic. */
    List<Reader> addresses(MailTopic topic, TenantId tenant) {
        return notifications.readers(tenant, topic).stream()
                .map(address -> new Reader("", address.email(), address.locale(), address.zone()))
                .toList();
    }

    /** The person, when mails of that topic are wanted. */
    Optional<Reader> reader(MailTopic topic, Contact person) {
        return notifications.wanting(topic, List.of(person)).stream()
                .findFirst()
                .map(Reader::of);
    }

    String text(Reader reader, String key, Object... arguments) {
        return composer.text(reader.locale(), key, arguments);
    }

    Fact fact(Reader reader, String key, String value) {
        return new Fact(text(reader, "mail.fact." + key), value);
    }

    /** What the organisation is called. */
    String name(TenantId tenant) {
        return tenants.tenant(tenant).name();
    }

    String time(Reader reader, Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(reader.locale())
                        .withZone(reader.zone())
                        .format(time)
                + " (" + reader.zone().getId() + ")";
    }

    /** The role's name in the reader's language, not in that of whoever acts. */
    String role(Reader reader, String id) {
        return roles.name(roles.named(List.of(id)).get(0), reader.locale());
    }

    /** The names of these roles, privileged ones first, then by name. */
    String names(Reader reader, Set<String> ids) {
        List<String> names = roles.named(ids).stream()
                .sorted(Comparator.comparing(EntraRole::privileged)
                        .reversed()
                        .thenComparing(role -> roles.name(role, reader.locale())))
                .map(role -> roles.name(role, reader.locale()))
                .toList();
        return joined(reader, names);
    }

    String joined(Reader reader, List<String> words) {
        return String.join(text(reader, "entrarole.and"), words);
    }

    /** Writes the mail of that kind: {0} in its texts is who acted, {1} the other party. */
    void write(
            Reader reader, String kind, UUID about, String who, String party, List<Fact> facts, @Nullable String path) {
        write(reader, kind, about, who, party, facts, path, null);
    }

    /** The same for a mail that is of no use from that time on: it is not sent any more then. */
    void write(
            Reader reader,
            String kind,
            UUID about,
            String who,
            String party,
            List<Fact> facts,
            @Nullable String path,
            @Nullable Instant goodUntil) {
        Locale locale = reader.locale();
        String greeting = reader.name().isEmpty()
                ? composer.text(locale, "mail.greeting.unnamed")
                : composer.text(locale, "mail.greeting", reader.name());
        var parts = new MailComposer.Parts(
                composer.text(locale, "mail." + kind + ".subject", who, party),
                greeting,
                composer.text(locale, "mail." + kind + ".intro", who, party),
                facts,
                path == null
                        ? null
                        : new MailComposer.Action(
                                composer.text(locale, "mail." + kind + ".action"), portal.url() + path),
                composer.text(locale, "mail.footer", portal.url()));
        outbox.queue(about, kind, reader.email(), composer.write(locale, parts), goodUntil);
    }
}
