/**
 * Synthetic societies: card holders, their illnesses and the feeds that would report them. No real person is in here.
 */
@NullMarked
package org.huzhu.city;

import org.jspecify.annotations.NullMarked;
