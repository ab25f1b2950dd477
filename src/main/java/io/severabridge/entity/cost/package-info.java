/**
 * Costs: posted voucher lines of a project as project fees. They go one way, and once: people go on with a fee in Severa. Known
 * by batch, line and journal number, which is the fee's name.
 */
@NullMarked
package io.severabridge.entity.cost;

import org.jspecify.annotations.NullMarked;
