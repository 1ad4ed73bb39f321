/**
 * Who may do what where: roles, operations, and the one table that joins them, {@code authz-matrix.csv}.
 *
 * <p>What holds here, always:
 *
 * <ul>
 *   <li>An operation without a row for each role does not load, so the society does not start.
 *   <li>What the table does not allow is refused; a refusal is recorded.
 *   <li>What is grave is done only by somebody who has proved within the last minutes that it is he.
 * </ul>
 *
 * <p>Begin with {@link org.huzhu.access.Access}.
 */
@NullMarked
@ApplicationModule(
        displayName = "权限",
        allowedDependencies = {"kernel", "database", "audit"})
package org.huzhu.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
