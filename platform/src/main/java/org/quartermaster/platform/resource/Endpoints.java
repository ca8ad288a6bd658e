package org.quartermaster.platform.resource;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.list.Narrow;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/**
 * What the endpoints of all resources do alike around their own line: read the request, run the work, answer. Each
 * refuses query parameters that nobody reads (400).
 */
@ApplicationScoped
public final class Endpoints {
    private final Call call;
    private final Writes writes;
    private final ObjectMapper json;

    @Inject
    Endpoints(Call call, Writes writes, ObjectMapper json) {
        this.call = call;
        this.writes = writes;
        this.json = json;
    }

    /** A change of a resource by the fields of a body; the text is {@code If-Match}, or null. */
    @FunctionalInterface
    public interface Save {
        Uni<Answer> apply(UnitOfWork unit, String ifMatch, Fields fields);
    }

    /**
     * A page of a list, with its {@code Link} header; {@code fields} narrows its items.
     *
     * @param item type of the items
     * @param find reads the list, by {@link org.quartermaster.platform.list.ListQuery}
     */
    public <T> Uni<RestResponse<Page<T>>> list(
            Class<? extends T> item, BiFunction<Caller, Fields, Uni<Slice<T>>> find) {
        return list(item, find, Page::of);
    }

    /** As above, for a list whose answer has a form of its own. */
    public <T, P> Uni<RestResponse<P>> list(
            Class<? extends T> item, BiFunction<Caller, Fields, Uni<Slice<T>>> find, Function<Slice<T>, P> form) {
        var query = call.query();
        var narrow = Narrow.read(query, json, item);
        return find.apply(call.caller(), query)
                .map(slice -> RestResponse.ResponseBuilder.ok(narrow.apply(form.apply(slice)))
                        .header("Link", Page.links(call, slice))
                        .build());
    }

    /** One resource, or 304 where {@code If-None-Match} names it as it is. */
    public Uni<Response> get(Function<Caller, Uni<Answer>> read) {
        return get((caller, query) -> read.apply(caller));
    }

    /** As above, for one with query parameters, which are read before the work begins. */
    public Uni<Response> get(BiFunction<Caller, Fields, Uni<Answer>> read) {
        var query = call.query();
        var known = call.header("If-None-Match");
        var found = read.apply(call.caller(), query);
        query.checkQuery();
        return found.map(answer -> answer.unlessKnown(known));
    }

    /** A change by the fields of a JSON object, where null leaves a field as it is. */
    public Uni<Response> put(byte[] body, Save work) {
        return save(call.json(body, Fields.Nulls.IGNORED), work);
    }

    /** As {@link #put}, for a change of global rows. */
    public Uni<Response> putGlobal(byte[] body, Save work) {
        return saveGlobal(call.json(body, Fields.Nulls.IGNORED), work);
    }

    /** A change by JSON Merge Patch (RFC 7396), where null clears a field. */
    public Uni<Response> patch(byte[] body, Save work) {
        return save(call.json(body, Fields.Nulls.CLEAR), work);
    }

    /** As {@link #patch}, for a change of global rows. */
    public Uni<Response> patchGlobal(byte[] body, Save work) {
        return saveGlobal(call.json(body, Fields.Nulls.CLEAR), work);
    }

    private Uni<Response> save(Fields fields, Save work) {
        return writes.write(call.caller(), saving(fields, work)).map(Answer::response);
    }

    private Uni<Response> saveGlobal(Fields fields, Save work) {
        return writes.writeGlobal(call.caller(), saving(fields, work)).map(Answer::response);
    }

    private Function<UnitOfWork, Uni<Answer>> saving(Fields fields, Save work) {
        var ifMatch = call.header("If-Match");
        return unit -> work.apply(unit, ifMatch, fields);
    }

    /** A deletion; the work is given {@code If-Match}, or null. */
    public Uni<Response> delete(BiFunction<UnitOfWork, String, Uni<Answer>> work) {
        var query = call.query();
        query.checkQuery();
        return save(query, (unit, ifMatch, fields) -> work.apply(unit, ifMatch));
    }

    /** As {@link #delete}, for a change of global rows. */
    public Uni<Response> deleteGlobal(BiFunction<UnitOfWork, String, Uni<Answer>> work) {
        var query = call.query();
        query.checkQuery();
        return saveGlobal(query, (unit, ifMatch, fields) -> work.apply(unit, ifMatch));
    }
}
