/**
 * The register of members (职工会员): who they are, where they work and worked, their cards, categories, families, consents
 * and wishes.
 *
 * <p>What holds here, always:
 *
 * <ul>
 *   <li>Admission is free and for life: no member is deleted, whoever leaves a unit stays what he was.
 *   <li>A member works at one unit on a day, and has one live card of a kind.
 *   <li>Numbers of papers, cards and phones, and addresses, are sealed; what leaves this room is masked, unless one
 *       field is revealed for a reason, counted and recorded.
 *   <li>Every change records a deed in its own transaction.
 * </ul>
 *
 * <p>Begin with {@link org.huzhu.members.MemberRegister}.
 */
@NullMarked
@ApplicationModule(
        displayName = "职工",
        allowedDependencies = {"kernel", "database", "crypto", "audit", "access", "unions"})
package org.huzhu.members;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
