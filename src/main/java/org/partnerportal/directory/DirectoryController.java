package org.partnerportal.directory;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.tenant.Actor;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Find a partner: the search that anybody may use, and each partner's page. */
@Controller
class DirectoryController {

    private final DirectoryService directory;

    DirectoryController(DirectoryService directory) {
        this.directory = directory;
    }

    /**
     * Something that narrows the search, and the address without it.
     *
     * @param label what it is
     * @param address where it is gone
     */
    record Chip(String label, String address) {}

    @GetMapping(DirectoryFilter.PATH)
    String search(@RequestParam MultiValueMap<String, String> parameters, Locale reader, Model model) {
        DirectoryFilter filter = DirectoryFilter.of(parameters);
        model.addAllAttributes(asked(filter, reader));
        model.addAttribute("result", directory.find(filter, reader));
        return "directory/search";
    }

    /** What the page says of the search, whether anything is found or not. */
    private Map<String, Object> asked(DirectoryFilter filter, Locale reader) {
        List<Chip> chips = chips(filter, reader);
        String searched = Stream.concat(Stream.of(filter.q()), chips.stream().map(Chip::label))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return Map.of("filter", filter, "chips", chips, "searched", searched);
    }

    private List<Chip> chips(DirectoryFilter filter, Locale reader) {
        List<Chip> chips = new ArrayList<>();
        filter.chosen()
                .forEach((facet, values) -> values.forEach(value ->
                        chips.add(new Chip(directory.label(facet, value, reader), filter.without(facet, value)))));
        return chips;
    }

    @GetMapping(DirectoryFilter.PATH + "/{partner}")
    String profile(
            @PathVariable UUID partner,
            @RequestParam MultiValueMap<String, String> parameters,
            @Nullable Actor actor,
            Locale reader,
            Model model) {
        DirectoryService.Profile found = directory.profile(actor, partner, reader);
        DirectoryFilter filter = DirectoryFilter.of(parameters);
        model.addAttribute("partner", partner);
        model.addAttribute("profile", found.profile());
        model.addAttribute("related", found.related());
        model.addAttribute("cameFrom", parameters.isEmpty() ? null : filter.at(Math.max(filter.page(), 1)));
        return "directory/profile";
    }

    /** The search took longer than anybody waits. */
    @ExceptionHandler
    ModelAndView tookTooLong(QueryTimeoutException e, HttpServletRequest request, Locale reader) {
        var page = new ModelAndView("directory/search", HttpStatus.SERVICE_UNAVAILABLE);
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.addAll(name, List.of(values)));
        page.addAllObjects(asked(DirectoryFilter.of(parameters), reader));
        return page;
    }
}
