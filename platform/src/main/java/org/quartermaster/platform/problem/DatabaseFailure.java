package org.quartermaster.platform.problem;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.quartermaster.platform.problem.Problem.FieldError;

/** Reads the database's own refusals: a broken constraint becomes the problem that it means. */
public final class DatabaseFailure {
    /** Unique, exclusion and check violations; a trigger that says what no constraint can raises the last of them. */
    private static final Pattern BROKEN = Pattern.compile("23505|23P01|23514");

    private static final Pattern TRANSLATED = Pattern.compile("\\((?:" + BROKEN.pattern() + ")\\)");
    private static final String TOO_BROAD = "QM001";
    private static final Pattern QUOTED = Pattern.compile("constraint \"([^\"]+)\"");
    private static final Pattern AWAY = Pattern.compile("08...|53...|40...|57P..|57014");
    /** NB: the bare Throwable is what the client fails with when the server closes, or the pool has none to give. */
    private static final List<Class<? extends Throwable>> CONNECTION = List.of(
            ClosedConnectionException.class,
            NoStackTraceThrowable.class,
            SocketException.class,
            ClosedChannelException.class,
            UnknownHostException.class,
            SSLException.class,
            TimeoutException.class);

    private static final Properties MEANINGS = load();

    private DatabaseFailure() {}

    /**
     * The problem behind a failure: a constraint that {@code constraints.properties} names, with the field whose value
     * is taken (409), or with status, code and field of another problem; null for any other failure.
     */
    public static Problem find(Throwable failure) {
        var broken = constraint(failure);
        var meaning = broken == null ? null : MEANINGS.getProperty(broken);
        return meaning == null ? null : meant(meaning.split(" "));
    }

    /** @param words a field alone, or status, code and field */
    static Problem meant(String... words) {
        if (words.length == 1) {
            return Problem.duplicate(words[0]);
        }
        var type = new ProblemType(Integer.parseInt(words[0]), words[1]);
        return Problem.invalid(type, List.of(new FieldError(words[2], type.code())));
    }

    /** NB: Hibernate Reactive keeps only the server's message; there the name of the constraint stands in quotes. */
    private static String constraint(Throwable failure) {
        var refused = cause(failure, PgException.class);
        if (refused != null) {
            return BROKEN.matcher(String.valueOf(refused.getSqlState())).matches() ? refused.getConstraint() : null;
        }
        var translated = cause(failure, SQLException.class);
        var message = translated == null ? "" : String.valueOf(translated.getMessage());
        var name = QUOTED.matcher(message);
        return TRANSLATED.matcher(message).find() && name.find() ? name.group(1) : null;
    }

    /**
     * True when the database could not be asked or did not answer in time: SQLSTATE class 08 and 53, 57P, the statement
     * timeout (57014), and a deadlock or serialization failure (class 40), of which another try is the cure.
     */
    public static boolean isAway(Throwable failure) {
        var state = state(failure);
        if (state != null) {
            return AWAY.matcher(state).matches();
        }
        return CONNECTION.stream().anyMatch(type -> cause(failure, type) != null);
    }

    /** True when a value could not be read as the type that a statement gives it (SQLSTATE class 22). */
    public static boolean isUnreadableValue(Throwable failure) {
        var state = state(failure);
        return state != null && state.startsWith("22");
    }

    /** True when a look-up would give more rows than the list counts (QM001, raised by the service's own functions). */
    public static boolean isTooBroad(Throwable failure) {
        return TOO_BROAD.equals(state(failure));
    }

    private static String state(Throwable failure) {
        var refused = cause(failure, PgException.class);
        if (refused != null) {
            return refused.getSqlState();
        }
        var translated = cause(failure, SQLException.class);
        return translated == null ? null : translated.getSQLState();
    }

    private static <T extends Throwable> T cause(Throwable failure, Class<T> type) {
        for (var each = failure; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
        }
        return null;
    }

    private static Properties load() {
        var meanings = new Properties();
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream("constraints.properties")) {
            if (in != null) {
                meanings.load(in);
            }
            return meanings;
        } catch (IOException unreadable) {
            throw new IllegalStateException("constraints.properties cannot be read", unreadable);
        }
    }
}
