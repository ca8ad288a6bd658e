package org.quartermaster.procurement.billing;

import io.smallrye.mutiny.Uni;

/** Who takes the money. What it says of a subscription comes as the events that it also sends by itself. */
interface Provider {
    /** Opens the page on which a customer pays. */
    Uni<Session> checkout(Order order);

    /** Opens the page on which a customer sees what he has bought. */
    Uni<Session> portal(String customer);

    /** Ends a subscription, at once or with its period; what it is then. */
    Uni<ProviderEvent> cancel(Bought bought, boolean immediately);

    /** Takes the end with the period back; what it is then. */
    Uni<ProviderEvent> resume(Bought bought);

    /** Gives a subscription another price; what it is then. */
    Uni<ProviderEvent> change(Bought bought, String price);

    /**
     * What is to be bought.
     *
     * @param customer as the provider knows him, or null for a new one
     * @param minorUnits the price in EUR cents
     * @param successUrl where he goes when he has paid, or null
     * @param cancelUrl where he goes when he has not, or null
     */
    record Order(String customer, String price, long minorUnits, String successUrl, String cancelUrl) {}

    /** A page of the provider, and for whom it is. */
    record Session(String id, String url, String customer) {}

    /** A subscription and its present price. */
    record Bought(LiveRow row, String price) {}
}
