package org.quartermaster.equipment.maintenance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.Json;

/** The body of a record: none, a JSON object, or a bare array of the parts replaced. */
final class RecordRequest {
    private RecordRequest() {}

    static Fields fields(Call call, byte[] body) {
        call.requireJson(body);
        if (Json.read(body) instanceof ArrayNode parts) {
            var object = JsonNodeFactory.instance.objectNode();
            object.set("parts_replaced", parts);
            return Fields.merged(call.parameters(), object);
        }
        return Fields.merged(call.parameters(), Json.object(body));
    }
}
