-- Purpose: the hazards that tasks begin with; no list of them is published, so none could be imported
-- Depends: V0005
-- Rollback: U0101__fill_hazards.sql
insert into catalog.hazard (code, name, name_ar) values
  ('acid_splash', 'Splash of acid', 'رذاذ الأحماض'),
  ('asbestos', 'Asbestos fibres', 'ألياف الأسبستوس'),
  ('burn', 'Burn from hot surfaces', 'حروق من الأسطح الساخنة'),
  ('crush_foot', 'Crushed foot', 'سحق القدم'),
  ('cut', 'Cut or abrasion', 'الجروح والسحجات'),
  ('electric_shock', 'Electric shock', 'صدمة كهربائية'),
  ('eye_splash', 'Splash into the eyes', 'رذاذ في العينين'),
  ('fall_from_height', 'Fall from a height', 'السقوط من ارتفاع'),
  ('falling_objects', 'Falling objects', 'سقوط الأجسام'),
  ('fire_explosion', 'Fire or explosion', 'حريق أو انفجار'),
  ('flying_particles', 'Flying particles', 'جسيمات متطايرة'),
  ('hand_arm_vibration', 'Vibration of hand and arm', 'اهتزاز اليد والذراع'),
  ('hot_fluid_burn', 'Burn from hot fluids', 'حروق من السوائل الساخنة'),
  ('lifting_load', 'Lifting of loads', 'رفع الأحمال'),
  ('moving_parts', 'Moving parts', 'أجزاء متحركة'),
  ('noise', 'Noise', 'ضوضاء'),
  ('nuisance_dust', 'Nuisance dust', 'غبار مزعج'),
  ('optical_radiation', 'Optical radiation', 'إشعاع ضوئي'),
  ('pressurised_fluid', 'Fluid under pressure', 'سائل مضغوط'),
  ('rim_explosion', 'Burst of tyre or rim', 'انفجار الإطار أو الجنط'),
  ('silica_dust', 'Respirable silica dust', 'غبار السيليكا القابل للاستنشاق'),
  ('skin_contact', 'Contact of harmful substances with the skin', 'ملامسة مواد ضارة للجلد'),
  ('slip', 'Slip or trip', 'الانزلاق أو التعثر'),
  ('solvent_vapour', 'Solvent vapour', 'أبخرة المذيبات'),
  ('sparks_fire', 'Fire from sparks', 'حريق بسبب الشرر'),
  ('unexpected_start', 'Unexpected start of a machine', 'تشغيل مفاجئ للآلة'),
  ('welding_fume', 'Welding fume', 'أدخنة اللحام')
on conflict do nothing;
