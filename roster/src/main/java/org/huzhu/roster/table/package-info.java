/**
 * Tables of any origin, row by row: workbooks (.xlsx) and separated text, told apart by what they hold and never by
 * their name.
 *
 * <p>A file comes from outside: whatever its bytes are, it is read within limits and in little memory, or refused with
 * one {@link org.huzhu.roster.table.RosterRefused}. Knows nothing of people. Start with
 * {@link org.huzhu.roster.table.Workbook}.
 */
@NullMarked
package org.huzhu.roster.table;

import org.jspecify.annotations.NullMarked;
