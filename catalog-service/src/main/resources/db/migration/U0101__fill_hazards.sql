-- Purpose: takes back V0101
-- Depends: V0101
-- Rollback: V0101__fill_hazards.sql
-- Destructive: approved
delete from catalog.hazard where code in (
  'acid_splash', 'asbestos', 'burn', 'crush_foot', 'cut', 'electric_shock', 'eye_splash', 'fall_from_height',
  'falling_objects', 'fire_explosion', 'flying_particles', 'hand_arm_vibration', 'hot_fluid_burn',
  'lifting_load', 'moving_parts', 'noise', 'nuisance_dust', 'optical_radiation', 'pressurised_fluid',
  'rim_explosion', 'silica_dust', 'skin_contact', 'slip', 'solvent_vapour', 'sparks_fire', 'unexpected_start',
  'welding_fume'
);
