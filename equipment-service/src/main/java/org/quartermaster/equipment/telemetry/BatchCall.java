package org.quartermaster.equipment.telemetry;

import org.quartermaster.equipment.reading.Source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Iterator;
import org.quartermaster.equipment.telemetry.SampleBody.Format;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Messages;
import org.quartermaster.platform.rest.Answer;
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
                : streamed(SampleBody.streamed(unpacked, format, reader), tally);
    }

    /**
     * Runs a batch that another feature reads out of a format of its own.
     *
     * @param samples each as in the JSON form of a batch; read while the batch runs
     */
    public Response run(Source source, Iterator<ObjectNode> samples) {
        var tally = tally();
        return streamed(new GivenSamples(samples, new OfferReader(null, call.caller(), source)), tally);
    }

    private BatchTally tally() {
        var query = call.query();
        var all = query.word("results", Results.class).or(Results.NOTABLE) == Results.ALL;
        query.checkQuery();
        return new BatchTally(Ids.next("batch"), all, Messages.language(call.header("Accept-Language")));
    }

    /** NB: committed in chunks, so that memory is constant; what was taken stays when the rest cannot be read. */
    private Response streamed(Samples samples, BatchTally tally) {
        return Answer.ok(batches.take(call.caller(), samples, tally, Batches.CHUNK), null)
                .response();
    }

    private Response whole(byte[] body, OfferReader reader, BatchTally tally) {
        var samples = SampleBody.json(body, reader);
        var key = Idempotency.key(call, body);
        return key == null
                ? Answer.ok(batches.take(call.caller(), samples, tally, samples.limit()), null)
                        .response()
                : batches.takeOnce(call.caller(), key, samples, tally).response();
    }
}
