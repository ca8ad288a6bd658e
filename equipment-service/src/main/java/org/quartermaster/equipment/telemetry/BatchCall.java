package org.quartermaster.equipment.telemetry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.function.Function;
import org.quartermaster.equipment.reading.Source;
import org.quartermaster.equipment.telemetry.SampleBody.Format;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Messages;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Call;

/** Reads and runs the batch of the request at hand. Blocking. */
@ApplicationScoped
public class BatchCall {
    private final Call call;
    private final Batches batches;

    @Inject
    BatchCall(Call call, Batches batches) {
        this.call = call;
        this.batches = batches;
    }

    /** What the results list. */
    private enum Results {
        ALL,
        NOTABLE
    }

    /** @param equipmentId the machine of all samples, or null where each names its own */
    Response run(String equipmentId, InputStream body) {
        var tally = tally();
        var format = Format.of(call.header("Content-Type"));
        var reader = new OfferReader(equipmentId, call.caller());
        var unpacked = SampleBody.unpacked(body, call.header("Content-Encoding"), format);
        return format == Format.JSON
                ? whole(SampleBody.bytes(unpacked), reader, tally)
                : streamed(unpacked, content -> SampleBody.streamed(content, format, reader), tally);
    }

    /**
     * Runs a batch that another feature reads out of a format of its own.
     *
     * @param samples reads the body's samples, each as in the JSON form of a batch, while the batch runs
     */
    public Response run(Source source, InputStream body, Function<InputStream, Iterator<ObjectNode>> samples) {
        var reader = new OfferReader(null, call.caller(), source);
        return streamed(body, content -> new GivenSamples(samples.apply(content), reader), tally());
    }

    private BatchTally tally() {
        var query = call.query();
        var all = query.word("results", Results.class).or(Results.NOTABLE) == Results.ALL;
        query.checkQuery();
        return new BatchTally(Ids.next("batch"), all, Messages.language(call.header("Accept-Language")));
    }

    private Response whole(byte[] body, OfferReader reader, BatchTally tally) {
        var samples = SampleBody.json(body, reader);
        return batches.whole(call.caller(), Idempotency.key(call, body), samples, tally)
                .response();
    }

    private Response streamed(InputStream body, Function<InputStream, Samples> reading, BatchTally tally) {
        if (call.header("Idempotency-Key") == null) {
            return batches.streamed(call.caller(), null, reading.apply(body), tally)
                    .response();
        }
        try (var kept = new KeptBody(body);
                var first = kept.open();
                var again = kept.open()) {
            var key = Idempotency.key(call, first);
            return batches.streamed(call.caller(), key, reading.apply(again), tally)
                    .response();
        } catch (IOException broken) {
            throw Problem.of(ProblemType.BAD_REQUEST);
        }
    }
}
