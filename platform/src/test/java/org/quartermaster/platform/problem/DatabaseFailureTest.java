package org.quartermaster.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseFailureTest {
    static Stream<Throwable> away() {
        return Stream.of(
                new ConnectException("Connection refused"),
                new VertxException("closed", new SocketException("Connection reset")),
                new CompletionException(new UnknownHostException("db")),
                new ClosedChannelException(),
                ClosedConnectionException.INSTANCE,
                new CompletionException(new NoStackTraceThrowable("Timeout")),
                new TimeoutException(),
                new PgException("too many connections", "FATAL", "53300", null),
                new PgException("canceling statement", "ERROR", "57014", null));
    }

    @ParameterizedTest
    @MethodSource("away")
    void theDatabaseIsAwayWhenItCannotBeReachedOrDoesNotAnswerInTime(Throwable failure) {
        assertTrue(DatabaseFailure.isAway(failure));
    }

    static Stream<Throwable> mistakes() {
        return Stream.of(
                JsonMappingException.fromUnexpectedIOE(new IOException("no serializer")),
                new UncheckedIOException(new FileNotFoundException("constraints.properties")),
                new PgException("syntax error", "ERROR", "42601", null),
                new IllegalStateException());
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void itIsNotAwayWhenTheServiceMadeAMistake(Throwable failure) {
        assertFalse(DatabaseFailure.isAway(failure));
    }

    @Test
    void aBrokenConstraintSaysWhatIsTakenOrTheProblemThatItIs() {
        var taken = DatabaseFailure.meant("sku");
        assertEquals(ProblemType.DUPLICATE, taken.type());
        assertEquals("sku", taken.errors().get(0).field());

        var overlap = DatabaseFailure.meant("409", "price.overlap", "effective_from");
        assertEquals(new ProblemType(409, "price.overlap"), overlap.type());
        assertEquals("effective_from", overlap.errors().get(0).field());
        assertEquals("price.overlap", overlap.errors().get(0).code());
    }
}
