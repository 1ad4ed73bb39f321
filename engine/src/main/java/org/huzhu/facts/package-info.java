/**
 * What is known of a member: his cover, what happened, and what was paid before.
 *
 * <p>Facts have been accepted by people; nothing here judges them. A {@link org.huzhu.facts.Case} is the whole that the
 * judge needs, so that any past determination can be worked out again from what was stored.
 */
@NullMarked
package org.huzhu.facts;

import org.jspecify.annotations.NullMarked;
