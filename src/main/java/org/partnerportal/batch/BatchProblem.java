package org.partnerportal.batch;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.partnerportal.shared.Refusal;

/**
 * What is wrong with a row.
 *
 * @param field the column that it is about, or an empty text when it is about the whole row
 * @param key the key of the text that says what is wrong
 * @param argument what that text quotes; may be empty
 */
public record BatchProblem(String field, String key, String argument) {

    private static final String BETWEEN_PARTS = "\t";
    private static final String BETWEEN_PROBLEMS = "\n";
    private static final int PARTS = 3;

    public BatchProblem {
        argument = argument.replaceAll("\\p{Cntrl}", " ");
    }

    public static BatchProblem of(Refusal refusal) {
        return new BatchProblem(refusal.field(), refusal.key(), "");
    }

    static String write(List<BatchProblem> problems) {
        return problems.stream()
                .map(problem -> String.join(BETWEEN_PARTS, problem.field, problem.key, problem.argument))
                .collect(Collectors.joining(BETWEEN_PROBLEMS));
    }

    static List<BatchProblem> read(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(BETWEEN_PROBLEMS, -1))
                        .map(line -> line.split(BETWEEN_PARTS, PARTS))
                        .map(parts -> new BatchProblem(parts[0], parts[1], parts[2]))
                        .toList();
    }
}
