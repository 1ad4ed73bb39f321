/**
 * {@code huzhu replay}: what is asked, and the answer as a table, CSV, JSON, a page with charts, or line by line at a
 * prompt. The figures are those of {@link org.huzhu.replay.Replay}; nothing is worked out here.
 */
@NullMarked
package org.huzhu.command.replay;

import org.jspecify.annotations.NullMarked;
