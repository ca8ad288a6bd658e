package org.quartermaster.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;

/** What has been started, stopped in reverse order; a Ctrl-C during a start waits for it and stops that too. */
final class Stack implements AutoCloseable {
    private record Part(String name, AutoCloseable what) {}

    private final Deque<Part> parts = new ArrayDeque<>();
    private volatile boolean closing;

    @FunctionalInterface
    interface Step {
        void run() throws Exception;
    }

    synchronized void run(Step step) throws Exception {
        if (closing) {
            throw new StackException("Stopped while starting");
        }
        step.run();
    }

    synchronized <T extends AutoCloseable> T open(String name, Callable<T> start) throws Exception {
        if (closing) {
            throw new StackException("Stopped while starting");
        }
        T part = start.call();
        parts.push(new Part(name, part));
        return part;
    }

    boolean isClosing() {
        return closing;
    }

    @Override
    public void close() {
        closing = true;
        closeAll();
    }

    private synchronized void closeAll() {
        while (!parts.isEmpty()) {
            Part part = parts.pop();
            System.out.println("Stopping " + part.name());
            try {
                part.what().close();
            } catch (Exception e) {
                System.err.println(part.name() + " did not stop cleanly: " + e.getMessage());
            }
        }
    }
}
