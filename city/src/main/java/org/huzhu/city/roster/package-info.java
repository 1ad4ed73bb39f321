/**
 * Made-up rosters of units, as union handlers keep them: well, and with all the habits of those who keep them by hand.
 * Start with {@link org.huzhu.city.roster.RosterMaker}.
 */
@NullMarked
package org.huzhu.city.roster;

import org.jspecify.annotations.NullMarked;
