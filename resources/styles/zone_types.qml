<!DOCTYPE qgis>
<qgis styleCategories="Symbology|Labeling|Fields|Forms|MapTips" version="3.40.0">
 <fieldConfiguration>
  <field name="area_km2">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="2" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="confidence">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Read in the original" type="QString" value="primary" />
       </Option>
       <Option type="Map">
        <Option name="From the press" type="QString" value="secondary" />
       </Option>
       <Option type="Map">
        <Option name="No text found" type="QString" value="unverified" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="zone_type" index="0" name="Zone type" />
  <alias field="group_ko" index="1" name="Group, Korean" />
  <alias field="group_en" index="2" name="Group, English" />
  <alias field="name_ko" index="3" name="Korean name" />
  <alias field="name_en" index="4" name="English name" />
  <alias field="other_names" index="5" name="Other names" />
  <alias field="law" index="6" name="Law" />
  <alias field="law_en" index="7" name="Law, English" />
  <alias field="article" index="8" name="Article" />
  <alias field="since" index="9" name="Since" />
  <alias field="authority" index="10" name="Authority" />
  <alias field="authority_en" index="11" name="Authority, English" />
  <alias field="zones" index="12" name="Zones in the country" />
  <alias field="area_km2" index="13" name="Area of all, km²" />
  <alias field="zones_here" index="14" name="Zones in the catalogue" />
  <alias field="confidence" index="15" name="Confidence" />
  <alias field="source" index="16" name="Source" />
  <alias field="note_ko" index="17" name="Note, Korean" />
  <alias field="note_en" index="18" name="Note, English" />
 </aliases>
 <previewExpression>if(left(@qgis_locale, 2) = 'ko' and coalesce("name_ko", '') &lt;&gt; '', "name_ko", "name_en")</previewExpression>
</qgis>
