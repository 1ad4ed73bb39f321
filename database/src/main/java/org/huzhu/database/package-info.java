/**
 * The database that the society is kept in: a PostgreSQL of our own or one that is named, its two roles, its
 * migrations, and whose data a transaction may see.
 *
 * <p>What holds here, always:
 *
 * <ul>
 *   <li>Who migrates owns the tables; who runs owns nothing, changes no schema, and is bound by row-level security.
 *   <li>A transaction in which nobody said whose data it may see sees none: its first query fails.
 *   <li>A folder is used by one process at a time, and a database of our own is never left running behind.
 * </ul>
 *
 * <p>Begin with {@link org.huzhu.database.Server}, then {@link org.huzhu.database.Scope}.
 */
@NullMarked
package org.huzhu.database;

import org.jspecify.annotations.NullMarked;
