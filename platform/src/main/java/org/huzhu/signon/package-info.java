/**
 * Signing in elsewhere: an issuer of identities (OpenID Connect) says who somebody is.
 *
 * <p>What holds here, always:
 *
 * <ul>
 *   <li>One issuer is trusted, the one that the operator named; what it says counts once its signature, its audience,
 *       its time and the number that we sent along are right.
 *   <li>Each way there and back is gone once, by the browser that began it.
 *   <li>Whom the issuer vouches for is kept as a keyed digest, never as a name or an address of mail. Whose account
 *       that is, the room of staff knows.
 * </ul>
 *
 * <p>Begin with {@link org.huzhu.signon.SingleSignOn}.
 */
@NullMarked
@ApplicationModule(
        displayName = "单点登录",
        allowedDependencies = {"kernel", "database", "crypto"})
package org.huzhu.signon;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
