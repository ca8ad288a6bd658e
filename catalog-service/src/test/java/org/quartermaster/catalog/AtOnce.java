package org.quartermaster.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Many calls at the same time. */
public final class AtOnce {
    private AtOnce() {}

    /** Their answers, in the order of the calls. */
    public static <T> List<T> all(List<Callable<T>> calls) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(calls.size());
        try {
            var answers = new ArrayList<T>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
