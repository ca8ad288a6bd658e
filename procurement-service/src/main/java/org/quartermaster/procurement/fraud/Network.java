package org.quartermaster.procurement.fraud;

/** What hides where a request comes from. */
public record Network(boolean vpn, boolean proxy, boolean tor) {
    static final Network PLAIN = new Network(false, false, false);

    /** What either knows. */
    Network or(Network other) {
        return new Network(vpn || other.vpn, proxy || other.proxy, tor || other.tor);
    }

    boolean hides() {
        return vpn || proxy || tor;
    }
}
