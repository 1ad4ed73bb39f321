/**
 * Who works here and who comes in: accounts, posts, sign-in, sessions; of members, the way in by a phone.
 *
 * <p>What holds here, always:
 *
 * <ul>
 *   <li>No password is given out: a token of one use and a day sets the first one. No code, token or password stands in
 *       the database but as a digest; none works twice, however many try at once.
 *   <li>Nobody gives a post that he does not hold, or outside his own part of the tree, or to himself.
 *   <li>What is ended, a session, a post or an account, is ended for the next request; what was begun before and writes
 *       is done before it ends, or is refused.
 * </ul>
 *
 * <p>Begin with {@link org.huzhu.staff.SignIn} and {@link org.huzhu.staff.StaffDesk}.
 */
@NullMarked
@ApplicationModule(
        displayName = "人员与登录",
        allowedDependencies = {"kernel", "database", "crypto", "audit", "access", "unions", "signon"})
package org.huzhu.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
