package org.partnerportal.device;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.relationship.Side;
import org.partnerportal.shared.CsvFile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Devices: those of an organisation, in its own admin center and on its behalf. */
@Controller
@RequestMapping({"/devices", "/on-behalf/{customer}/devices"})
class DeviceController {

    private final DeviceService devices;
    private final DeviceWords words;

    DeviceController(DeviceService devices, DeviceWords words) {
        this.devices = devices;
        this.words = words;
    }

    @GetMapping
    String list(
            AdminCenter center,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String batch,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        DeviceFilter filter = DeviceFilter.of(show, q, partner, batch, before);
        model.addAttribute("filter", filter);
        model.addAttribute("shows", DeviceFilter.Show.values());
        model.addAttribute("list", devices.ofCustomer(center, filter));
        model.addAttribute("batchName", devices.batchName(center, filter).orElse(null));
        model.addAttribute("others", devices.partners(center));
        model.addAttribute("mayRemove", DeviceRules.remove(center).isEmpty());
        return "device/list";
    }

    /** The same rows as on the pages, all of them, sent as they are read. */
    @GetMapping("/devices.csv")
    void csv(
            AdminCenter center,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String batch,
            HttpServletResponse response) {
        devices.requireSee(center);
        try (var file = CsvFile.of(response, "devices.csv")) {
            file.row(words.heading(Side.CUSTOMER));
            devices.forEachOfCustomer(
                    center,
                    DeviceFilter.of(show, q, partner, batch, null),
                    line -> file.row(words.cells(Side.CUSTOMER, line)));
        }
    }

    @GetMapping("/{id}/remove")
    String askRemove(AdminCenter center, @PathVariable UUID id, Model model) {
        model.addAttribute("line", devices.device(center, id));
        model.addAttribute("refusal", DeviceRules.remove(center).orElse(null));
        return "device/remove";
    }

    @PostMapping("/{id}/remove")
    String remove(AdminCenter center, @PathVariable UUID id, RedirectAttributes flash) {
        devices.remove(center, id);
        flash.addFlashAttribute("success", "device.removed");
        return "redirect:" + center.base() + "/devices";
    }
}
