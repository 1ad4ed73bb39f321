/**
 * The organisation in three tiers (三级服务体系): office, agencies, streets, points and participating units, nested to any
 * depth, each with its history.
 *
 * <p>What holds here, always:
 *
 * <ul>
 *   <li>An organisation has one parent on a day; its path names all above it, and is what scope is decided by.
 *   <li>Nothing is deleted: what is closed, renamed, moved, merged or split keeps what it was, by date.
 *   <li>What is closed has nothing open below it.
 *   <li>A change is entered once it holds, and never before a later one: the path is always that of today.
 * </ul>
 *
 * <p>Begin with {@link org.huzhu.unions.UnionTree} to read, with {@link org.huzhu.unions.UnionDesk} to change. Whoever
 * keeps a path listens for {@link org.huzhu.unions.OrganisationMoved}.
 */
@NullMarked
@ApplicationModule(
        displayName = "工会组织",
        allowedDependencies = {"kernel", "database", "crypto", "audit", "access"})
package org.huzhu.unions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
