package org.partnerportal.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Puts single icons of Bootstrap Icons into pages: a few hundred bytes each, no font, no request. Templates know it as
 * {@code icons}.
 */
@Component
public class Icons {

    private static final String FOLDER = "META-INF/resources/webjars/bootstrap-icons/1.13.1/icons/";

    private final Map<String, String> icons = new ConcurrentHashMap<>();

    /** The icon's SVG, for the eye only: its meaning always stands beside it as text. */
    public String svg(String name) {
        return icons.computeIfAbsent(name, Icons::read);
    }

    private static String read(String name) {
        try {
            String svg = new ClassPathResource(FOLDER + name + ".svg").getContentAsString(StandardCharsets.UTF_8);
            return svg.replace("<svg ", "<svg aria-hidden=\"true\" focusable=\"false\" ")
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
