package org.quartermaster.procurement.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/** Somebody who signs in; made anonymous when he leaves, never removed. */
@Entity
@DynamicUpdate
@Table(schema = "procurement", name = "users")
public class User {
    @Id
    public UUID userId;

    public String email;

    /** In NFKC and lower case, its domain as IDNA writes it. */
    public String emailNorm;

    public String passwordHash;
    public String fullName;

    /** The home organization. */
    public UUID orgId;

    /** The plan of the home organization. */
    public String subscriptionTier = "free";

    public String stripeCustomerId;
    public String stripeSubscriptionId;
    public boolean emailVerified;
    public String status = "active";
    public Instant trialStartedAt;
    public Instant trialEndsAt;

    @Column(name = "is_trial_expired")
    public boolean trialExpired;

    public Instant lastLoginAt;
    public long rv = 1;
    public Instant createdAt;
    public Instant updatedAt;
}
