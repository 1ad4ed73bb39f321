/**
 * The audit trail: who did what to which object, when and from where, in a record that only grows and shows any change.
 *
 * <p>What holds here, always:
 *
 * <ul>
 *   <li>A deed is recorded in the transaction that does it: both stand or neither.
 *   <li>No record is changed or deleted; one that was, by whatever means, is found by {@code verify}.
 *   <li>No personal data in clear: objects are named by ids, contents by their digest.
 * </ul>
 *
 * <p>Begin with {@link org.huzhu.audit.AuditTrail}.
 */
@NullMarked
@ApplicationModule(
        displayName = "审计",
        allowedDependencies = {"kernel", "database", "crypto"})
package org.huzhu.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
