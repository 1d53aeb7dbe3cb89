package org.partnerportal.application;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.DemoData;
import org.partnerportal.tenant.TenantService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives the demo school an app with a published version and one that waits. */
@Component
@Order(5)
class ApplicationDemo implements ApplicationRunner {

    private final ApplicationService applications;
    private final ApplicationRepository repository;
    private final TenantService tenants;
    private final DemoData demoData;

    ApplicationDemo(
            ApplicationService applications,
            ApplicationRepository repository,
            TenantService tenants,
            DemoData demoData) {
        this.applications = applications;
        this.repository = repository;
        this.tenants = tenants;
        this.demoData = demoData;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!demoData.isOn() || repository.existsBy()) {
            return;
        }
        Actor developer = person("sam@brightwater.example");
        Actor school = person("hanako@sakura.example");
        var entry = new ApplicationForm(
                Ids.next().toString(),
                school.tenant().toString(),
                "Timetable",
                "Shows each class its timetable, and teachers where they are needed.",
                "クラスの時間割と、教員の担当を表示します。",
                Platform.WINDOWS.name());
        UUID timetable = applications.add(developer, school.tenant(), entry);
        UUID first = submitted(developer, timetable, "1.0.0", "最初のバージョンです。");
        applications.approve(school, timetable, first);
        submitted(developer, timetable, "1.1.0", "代講の予定が時間割に表示されるようになりました。");
    }

    private UUID submitted(Actor developer, UUID application, String number, String notes) throws IOException {
        byte[] bytes = archive(number);
        byte[] head = Arrays.copyOf(bytes, PackageType.HEAD);
        var content = new NewVersion(number, notes, "timetable-" + number + ".zip", bytes.length, head, true);
        UUID version =
                applications.upload(developer, application, Ids.next(), content, new ByteArrayInputStream(bytes));
        applications.submit(developer, application, version);
        return version;
    }

    private static byte[] archive(String number) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(bytes)) {
            archive.putNextEntry(new ZipEntry("README.txt"));
            archive.write(("Timetable " + number).getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private Actor person(String email) {
        return tenants.actor(tenants.credentials(email).orElseThrow().account()).orElseThrow();
    }
}
