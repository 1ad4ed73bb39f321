/**
 * The roster of a unit (名册): what its union handler brings, in whatever form he keeps it, read into lines that can be
 * judged, with what is wrong said for each cell in his own words.
 *
 * <p>Knows no database, no plan and no day of today. Start with {@link org.huzhu.roster.Roster}; what goes back to the
 * handler is written by {@link org.huzhu.roster.ErrorWorkbook} and {@link org.huzhu.roster.Template}.
 */
@NullMarked
package org.huzhu.roster;

import org.jspecify.annotations.NullMarked;
