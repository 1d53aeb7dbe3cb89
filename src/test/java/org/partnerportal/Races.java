package org.partnerportal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.partnerportal.shared.RefusedException;

/** Plays histories in which several people, or a person and the clock, act at the same moment; many rounds in parallel. */
public final class Races {

    public static final int ROUNDS = 1_000;

    /** For histories whose decision is the same as in one that is played {@link #ROUNDS} times. */
    public static final int FEWER_ROUNDS = 250;

    public static final String DONE = "done";

    private static final int ROUNDS_AT_ONCE = 4;
    private static final ExecutorService CONTENDERS = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });

    private Races() {}

    /** One round: makes its contenders, lets them meet, and says what their answers must have been. */
    public interface Round {
        void play() throws Exception;
    }

    public static void play(int number, Round round) throws Exception {
        ExecutorService tables = Executors.newFixedThreadPool(ROUNDS_AT_ONCE);
        try {
            List<Future<Void>> rounds = IntStream.range(0, number)
                    .mapToObj(each -> tables.submit((Callable<Void>) () -> {
                        round.play();
                        return null;
                    }))
                    .toList();
            for (Future<Void> each : rounds) {
                each.get();
            }
        } finally {
            tables.shutdownNow();
        }
    }

    /** Lets all of them go at the same moment; tells what each was answered: done, or the name of the refusal. */
    public static List<String> meet(List<Callable<?>> actions) throws Exception {
        var start = new CyclicBarrier(actions.size());
        List<Future<String>> answers = new ArrayList<>();
        for (Callable<?> action : actions) {
            answers.add(CONTENDERS.submit(() -> {
                start.await();
                try {
                    action.call();
                    return DONE;
                } catch (RefusedException refused) {
                    return refused.refusal().name();
                }
            }));
        }
        List<String> told = new ArrayList<>();
        for (Future<String> answer : answers) {
            told.add(answer.get());
        }
        return told;
    }
}
