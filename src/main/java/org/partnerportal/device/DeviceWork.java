package org.partnerportal.device;

import java.util.Map;
import java.util.Optional;
import org.partnerportal.batch.BatchLine;
import org.partnerportal.batch.BatchResult;
import org.partnerportal.batch.BatchWork;
import org.partnerportal.tenant.Actor;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Registers the device of one row; whether the relationship still allows it is asked for each. */
@Component
class DeviceWork implements BatchWork {

    static final String KIND = "device";
    static final String PAGE = "/partner/devices/batches";

    private static final TypeReference<Map<DeviceColumn, String>> CELLS = new TypeReference<>() {};

    private final DeviceService devices;
    private final JsonMapper json;

    DeviceWork(DeviceService devices, JsonMapper json) {
        this.devices = devices;
        this.json = json;
    }

    /** The cells as they were typed, so that a result can be shown beside them. */
    String payload(Map<DeviceColumn, String> cells) {
        return json.writeValueAsString(cells);
    }

    Map<DeviceColumn, String> cells(BatchLine line) {
        return json.readValue(line.payload(), CELLS);
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
    public Optional<DeviceRefusal> may(Actor actor) {
        return DeviceRules.register(actor);
    }

    @Override
    public BatchResult work(Actor actor, String setting, BatchLine line) {
        DeviceSetting batch = setting(setting);
        return devices.register(actor, batch.customerId(), batch.name(), cells(line));
    }
}
