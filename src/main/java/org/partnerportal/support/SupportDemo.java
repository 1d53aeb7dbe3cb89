package org.partnerportal.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.partnerportal.entrarole.Permission;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.onbehalf.AdminCenters;
import org.partnerportal.onbehalf.CenterPerson;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.DemoData;
import org.partnerportal.tenant.TenantService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives two demo organisations a few requests, in every state that there is. Without events: the trail goes by time, and this is
 * a past that nobody was told of.
 */
@Component
@Order(7)
class SupportDemo implements ApplicationRunner {

    private final ServiceRequestRepository requests;
    private final RequestStepRepository steps;
    private final AdminCenters centers;
    private final TenantService tenants;
    private final DemoData demoData;
    private final Clock clock;

    SupportDemo(
            ServiceRequestRepository requests,
            RequestStepRepository steps,
            AdminCenters centers,
            TenantService tenants,
            DemoData demoData,
            Clock clock) {
        this.requests = requests;
        this.steps = steps;
        this.centers = centers;
        this.tenants = tenants;
        this.demoData = demoData;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (!demoData.isOn() || requests.existsBy()) {
            return;
        }
        company();
        school();
    }

    private void company() {
        AdminCenter mia = own("mia@alderfinch.example");
        AdminCenter ben = own("ben@alderfinch.example");
        AdminCenter priya = own("priya@alderfinch.example");
        ServiceRequest printer = open(
                ben,
                200,
                ServiceArea.DEVICES,
                Urgency.MANY_PEOPLE,
                "Nobody in the warehouse office can print",
                "Since this morning every print job waits in the queue.\nThe printer itself shows no error.");
        answer(printer, priya, 199, "I have restarted the print service. Does it print now?");
        answer(printer, ben, 198, "Yes, all of it came out.");
        close(printer, priya, 197, "The print service had stopped after an update. It starts by itself now.");
        ServiceRequest phone = open(
                mia,
                30,
                ServiceArea.SIGN_IN_AND_USERS,
                Urgency.ONE_PERSON,
                "My new phone asks for a code that I do not have",
                "I changed my phone on Monday. Signing in asks for a code from the old one, which is gone.");
        answer(phone, priya, 28, "I can remove the old phone. When can I call you to make sure that it is you?");
        open(
                ben,
                3,
                ServiceArea.LICENCES_AND_BILLING,
                Urgency.ONE_PERSON,
                "Two licences of people who left",
                "Two people left last month. Can their licences go to the new drivers?");
    }

    private void school() {
        AdminCenter naoki = own("naoki@sakura.example");
        AdminCenter hanako = own("hanako@sakura.example");
        AdminCenter yuki = centers.of(person("yuki@aozora.example"), hanako.tenant());
        ServiceRequest mail = open(
                hanako,
                150,
                ServiceArea.MAIL,
                Urgency.MANY_PEOPLE,
                "保護者宛てのメールが届かない",
                "昨日から、保護者の連絡先に送ったメールが戻ってきます。\n全学年で発生しています。");
        answer(mail, yuki, 148, "送信元の設定を確認しました。本日中に修正します。");
        close(mail, yuki, 140, "送信ドメインの設定を修正し、すべての宛先に届くことを確認しました。");
        ServiceRequest account = open(
                yuki,
                50,
                ServiceArea.SIGN_IN_AND_USERS,
                Urgency.ONE_PERSON,
                "産休に入る先生のアカウント",
                "田中先生からお電話で依頼がありました。\n来月から休職する先生のアカウントの扱いを決める必要があります。");
        assign(account, yuki, yuki.actor(), 49);
        answer(account, yuki, 48, "休職中もメールを読めるようにしますか?");
        ServiceRequest tablets = open(
                naoki,
                5,
                ServiceArea.DEVICES,
                Urgency.ALL_WORK_STANDS,
                "1 年 2 組のタブレットが Wi-Fi につながらない",
                "今朝から 1 年 2 組の全員のタブレットがつながらず、授業が止まっています。");
        assign(tablets, yuki, yuki.actor(), 4);
        open(
                naoki,
                2,
                ServiceArea.APPS,
                Urgency.ONE_PERSON,
                "時間割アプリに自分のクラスが表示されない",
                "今週から担当になった 3 年 1 組が、時間割アプリに表示されません。");
    }

    private AdminCenter own(String email) {
        return centers.own(person(email));
    }

    private Actor person(String email) {
        return tenants.actor(tenants.credentials(email).orElseThrow().account()).orElseThrow();
    }

    private Instant hoursAgo(int hours) {
        return clock.instant().minus(Duration.ofHours(hours));
    }

    private ServiceRequest open(
            AdminCenter center, int hours, ServiceArea area, Urgency urgency, String subject, String description) {
        Locale language = center.actor().locale();
        var content = new NewRequest(subject, area, urgency, description, language.getLanguage());
        Instant then = hoursAgo(hours);
        ServiceRequest request = requests.save(new ServiceRequest(Ids.next(), center, content, then));
        add(request, RequestStepKind.OPENED, center, then, description);
        return request;
    }

    private void answer(ServiceRequest request, AdminCenter center, int hours, String message) {
        if (SupportRules.takes(request, false, center)) {
            assign(request, center, center.actor(), hours + 1);
        }
        Instant then = hoursAgo(hours);
        request.answer(center, message, false, then);
        add(request, RequestStepKind.ANSWERED, center, then, message);
    }

    private void assign(ServiceRequest request, AdminCenter center, Actor person, int hours) {
        @Nullable
        CenterPerson assignee = centers.people(center.tenant(), Permission.HANDLE_SERVICE_REQUESTS).stream()
                .filter(each -> each.contact().account().equals(person.account()))
                .findFirst()
                .orElse(null);
        Instant then = hoursAgo(hours);
        request.assign(center, assignee, request.assignee(), then);
        add(request, RequestStepKind.TAKEN, center, then, person.name());
    }

    private void close(ServiceRequest request, AdminCenter center, int hours, String solution) {
        Instant then = hoursAgo(hours);
        request.close(center, solution, request.steps(), then);
        add(request, RequestStepKind.CLOSED, center, then, solution);
    }

    private void add(ServiceRequest request, RequestStepKind kind, AdminCenter center, Instant then, String text) {
        steps.save(new RequestStep(Ids.next(), request, request.steps(), kind, center, then, text));
    }
}
