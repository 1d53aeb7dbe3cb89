package org.partnerportal.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.batch.BatchProblem;
import org.partnerportal.relationship.Side;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts devices and what is wrong with them into the cells of files, in the reader's language. */
@Component
class DeviceWords {

    private final MessageSource messages;

    DeviceWords(MessageSource messages) {
        this.messages = messages;
    }

    /** The heading of a list's file for that side. */
    List<String> heading(Side side) {
        List<String> cells = new ArrayList<>(
                Stream.of(DeviceColumn.values()).map(DeviceColumn::heading).toList());
        cells.set(DeviceColumn.HASH.ordinal(), text("device.hash-sha256"));
        cells.add(text("device.other." + side));
        Stream.of("batch", "registered-at", "registered-by", "status", "removed-at")
                .map(key -> text("device." + key))
                .forEach(cells::add);
        if (side == Side.CUSTOMER) {
            cells.add(text("device.removed-by"));
        }
        return cells;
    }

    List<String> cells(Side side, DeviceList.Line line) {
        DeviceList.Row device = line.device();
        List<String> cells = new ArrayList<>(List.of(
                device.serial(),
                device.productId(),
                Objects.requireNonNullElse(device.hashSha256(), ""),
                device.manufacturer(),
                device.model(),
                device.groupTag(),
                device.assignedUser(),
                line.other(),
                device.batchName(),
                device.registeredAt().toString(),
                device.registeredBy(),
                text("DeviceStatus." + device.status()),
                time(device.removedAt())));
        if (side == Side.CUSTOMER) {
            cells.add(Objects.requireNonNullElse(device.removedBy(), "")); // who of the customer is not the partner's
        }
        return cells;
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "" : time.toString();
    }

    /** Everything that is wrong with a row, in one cell. */
    String said(List<BatchProblem> problems) {
        return problems.stream().map(this::said).collect(Collectors.joining(" "));
    }

    private String said(BatchProblem problem) {
        String reason = text(problem.key(), problem.argument());
        return problem.field().isEmpty()
                ? reason
                : text("device.said", label(DeviceColumn.valueOf(problem.field())), problem.argument(), reason);
    }

    String label(DeviceColumn column) {
        return text("DeviceColumn." + column);
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
