/**
 * Secrets at rest: what is sealed before it is stored, and how it is found again without being opened.
 *
 * <p>What holds here, always:
 *
 * <ul>
 *   <li>Nothing outside this room touches a cipher, a digest with a key, or a key.
 *   <li>What was sealed for one field of one row opens for no other.
 *   <li>Keys lie wrapped by a master key, which is in a file of the operator and never in the database.
 * </ul>
 *
 * <p>Begin with {@link org.huzhu.crypto.Secrets}.
 */
@NullMarked
@ApplicationModule(
        displayName = "密码",
        allowedDependencies = {"kernel", "database"})
package org.huzhu.crypto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
