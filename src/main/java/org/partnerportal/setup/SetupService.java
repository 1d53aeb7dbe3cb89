package org.partnerportal.setup;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.DemoData;
import org.partnerportal.tenant.NewAccount;
import org.partnerportal.tenant.Passwords;
import org.partnerportal.tenant.TenantRefusal;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets the portal up, once. With demo data there is an operator already, and nothing to do. */
@Service
@Transactional(readOnly = true)
class SetupService {

    private final SetupRepository setups;
    private final SetupCodeRepository codes;
    private final TenantService tenants;
    private final Passwords passwords;
    private final DemoData demoData;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private volatile boolean done;

    SetupService(
            SetupRepository setups,
            SetupCodeRepository codes,
            TenantService tenants,
            Passwords passwords,
            DemoData demoData,
            ApplicationEventPublisher events,
            Clock clock) {
        this.setups = setups;
        this.codes = codes;
        this.tenants = tenants;
        this.passwords = passwords;
        this.demoData = demoData;
        this.events = events;
        this.clock = clock;
    }

    /** Whether there is nothing left to do; once that is so it stays so, and is asked no more. */
    boolean isDone() {
        if (!done) {
            done = demoData.isOn() || setups.isDone();
        }
        return done;
    }

    /** Makes a code for the log of this node. */
    @Transactional
    String makeCode() {
        Instant now = clock.instant();
        String code = SetupCode.random();
        codes.deleteOlder(now.minus(SetupRules.CODE_LIFE));
        codes.save(new SetupCode(code, now));
        return code;
    }

    /**
     * Everything that is wrong with the form. Nobody learns who is here before the code is right.
     *
     * @param code the code as typed
     */
    List<Refusal> check(String code, NewOperator form) {
        Optional<SetupRefusal> wrongCode = code(code);
        return wrongCode.isPresent()
                ? List.of(wrongCode.get())
                : Stream.concat(
                                SetupRules.form(form, passwords.tooCommon()),
                                Optional.of(TenantRefusal.EMAIL_TAKEN)
                                        .filter(taken -> tenants.isEmailTaken(form.email()))
                                        .stream())
                        .toList();
    }

    private Optional<SetupRefusal> code(String typed) {
        Instant madeAt = codes.findBySha256(SetupCode.sha256(typed))
                .map(SetupCode::madeAt)
                .orElse(null);
        return SetupRules.code(madeAt, clock.instant());
    }

    /**
     * Makes the operator's account, in a new organisation or in one that is here already, and uses up every code. Of two at
     * the same moment a constraint lets one through.
     *
     * @return the operator's account
     */
    @Transactional
    UUID setUp(String code, NewOperator form, ZoneId zone) {
        if (demoData.isOn() || setups.isDone()) {
            throw new NotFoundException();
        }
        check(code, form).stream().findFirst().ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        Instant now = clock.instant();
        var person = new NewAccount(
                form.email(),
                form.name(),
                passwords.hash(form.password()),
                Locale.forLanguageTag(form.language()),
                zone,
                Set.of(AdminRole.OPERATOR));
        UUID account = tenants.withDomain(form.domain())
                .map(known -> tenants.join(known.id(), person))
                .orElseGet(() -> tenants.register(form.organisation(), form.domain(), form.country(), person));
        setups.saveAndFlush(new Setup(account, now));
        codes.deleteAll();
        Actor operator = tenants.actor(account).orElseThrow();
        events.publishEvent(new OperatorAppointed(now, operator.who(), operator.tenant(), operator.email()));
        return account;
    }
}
