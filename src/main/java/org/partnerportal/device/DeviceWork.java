package org.partnerportal.device;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.batch.BatchLine;
import org.partnerportal.batch.BatchReader;
import org.partnerportal.batch.BatchResult;
import org.partnerportal.batch.BatchService;
import org.partnerportal.batch.BatchWork;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailPage;
import org.partnerportal.tenant.Actor;
import org.partnerportal.upload.CsvUpload;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Registers the device of one row; whether the relationship still allows it is asked for each. */
@Component
class DeviceWork implements BatchWork, TrailPage {

    static final String KIND = "device";
    private static final String TRAIL = "DeviceBatch";
    static final String PAGE = "/partner/devices/batches";

    private static final TypeReference<Map<DeviceColumn, String>> CELLS = new TypeReference<>() {};

    private final DeviceService devices;
    private final DeviceRepository repository;
    private final JsonMapper json;
    private final Clock clock;

    DeviceWork(DeviceService devices, DeviceRepository repository, JsonMapper json, Clock clock) {
        this.devices = devices;
        this.repository = repository;
        this.json = json;
        this.clock = clock;
    }

    /** The cells as they were typed, so that a result can be shown beside them. */
    String payload(Map<DeviceColumn, String> cells) {
        return json.writeValueAsString(cells);
    }

    Map<DeviceColumn, String> cells(BatchLine line) {
        return json.readValue(line.payload(), CELLS);
    }

    /** The rows of a file for that customer. */
    DeviceRows rows(TenantId customer, CsvUpload.Table table) {
        return new DeviceRows(customer, table, repository::owners, this::payload);
    }

    @Override
    public BatchReader read(String setting, byte[] file) {
        if (CsvUpload.read(file, DeviceRules.MOST_ROWS) instanceof CsvUpload.Table table) {
            return rows(setting(setting).customerId(), table);
        }
        throw new IllegalStateException("it was a table when it was kept");
    }

    String setting(DeviceSetting setting) {
        return json.writeValueAsString(setting);
    }

    DeviceSetting setting(String text) {
        return json.readValue(text, DeviceSetting.class);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String page() {
        return PAGE;
    }

    @Override
    public String trail() {
        return TRAIL;
    }

    @Override
    public TenantId customer(String setting) {
        return setting(setting).customerId();
    }

    /** What became of each row while it is kept, and the devices for ever; the customer sees the devices. */
    @Override
    public Optional<String> of(Entry entry, TenantId reader) {
        if (!entry.kind().startsWith(TRAIL)) {
            return Optional.empty();
        }
        boolean customer = reader.value().equals(entry.customer());
        if (!customer && clock.instant().isBefore(entry.at().plus(BatchService.KEPT))) {
            return Optional.of(PAGE + "/" + entry.subject());
        }
        return Optional.of(UriComponentsBuilder.fromPath(customer ? "/devices" : "/partner/devices")
                .queryParam("show", "all")
                .queryParam("batch", entry.subject())
                .toUriString());
    }

    @Override
    public Optional<DeviceRefusal> may(Actor actor) {
        return DeviceRules.register(actor);
    }

    @Override
    public BatchResult work(Actor actor, UUID batch, String setting, BatchLine line) {
        DeviceSetting made = setting(setting);
        return devices.register(actor, made.customerId(), new DeviceBatch(batch, made.name()), cells(line));
    }
}
