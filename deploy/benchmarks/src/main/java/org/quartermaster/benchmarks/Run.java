package org.quartermaster.benchmarks;

import java.util.List;

/** What the sections of a run share. */
record Run(Settings settings, Stand stand, Load load, Fleet fleet, List<String> machines, Report report) {
    static final int CLIENTS = 32;

    Load.Call get(String path, long n) {
        return Load.Call.get(stand.port(), path, stand.token(n));
    }

    Load.Call post(String path, long n, String body) {
        return Load.Call.post(stand.port(), path, stand.token(n), body);
    }

    /** Fails the run when an answer was not good: a fast refusal is no speed. */
    static Load.Result good(String what, Load.Result result) {
        if (result.bad() > 0) {
            throw new IllegalStateException(what + ": " + result.bad() + " of " + (result.good() + result.bad())
                    + " requests were not answered with success");
        }
        return result;
    }
}
