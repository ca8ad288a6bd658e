package org.quartermaster.procurement.trail;

import java.util.List;

/**
 * What the trail reads of any event.
 *
 * @param changed names of the fields that changed; null in events that tell of no change
 * @param importId of the bulk import that the event is a row of, or null
 */
record ToldChange(List<String> changed, String importId) {}
