package org.partnerportal.device;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.Side;
import org.partnerportal.shared.CsvFile;
import org.partnerportal.tenant.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Partner Center > Devices: what the partner registered, for all customers or one. */
@Controller
@RequestMapping("/partner/devices")
class PartnerDeviceController {

    private final DeviceService devices;
    private final DeviceWords words;

    PartnerDeviceController(DeviceService devices, DeviceWords words) {
        this.devices = devices;
        this.words = words;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String batch,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        DeviceFilter filter = DeviceFilter.of(show, q, customer, batch, before);
        model.addAttribute("filter", filter);
        model.addAttribute("shows", DeviceFilter.Show.values());
        model.addAttribute("list", devices.ofPartner(actor, filter));
        model.addAttribute("batchName", devices.batchName(actor, filter).orElse(null));
        model.addAttribute("others", devices.seenCustomers(actor));
        return "device/registered";
    }

    /** The same rows as on the pages, all of them, sent as they are read. */
    @GetMapping("/devices.csv")
    void csv(
            Actor actor,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String batch,
            HttpServletResponse response) {
        DeviceService.requireMay(actor);
        try (var file = CsvFile.of(response, "registered-devices.csv")) {
            file.row(words.heading(Side.PARTNER));
            devices.forEachOfPartner(
                    actor,
                    DeviceFilter.of(show, q, customer, batch, null),
                    line -> file.row(words.cells(Side.PARTNER, line)));
        }
    }
}
