<!DOCTYPE qgis>
<qgis styleCategories="Symbology|Labeling|Fields|Forms|MapTips" version="3.40.0">
 <fieldConfiguration>
  <field name="question">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Data set" type="QString" value="dataset" />
       </Option>
       <Option type="Map">
        <Option name="Encoding" type="QString" value="encoding" />
       </Option>
       <Option type="Map">
        <Option name="Reference system" type="QString" value="crs" />
       </Option>
       <Option type="Map">
        <Option name="Zone type" type="QString" value="zone_type" />
       </Option>
       <Option type="Map">
        <Option name="Province" type="QString" value="sido" />
       </Option>
       <Option type="Map">
        <Option name="Field of the zone id" type="QString" value="zone_id" />
       </Option>
       <Option type="Map">
        <Option name="Field of the Korean name" type="QString" value="name_ko" />
       </Option>
       <Option type="Map">
        <Option name="Field of the English name" type="QString" value="name_en" />
       </Option>
       <Option type="Map">
        <Option name="Field of the year" type="QString" value="year" />
       </Option>
       <Option type="Map">
        <Option name="Unit of area" type="QString" value="area_unit" />
       </Option>
      </Option>
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
        <Option name="Given" type="QString" value="given" />
       </Option>
       <Option type="Map">
        <Option name="Certain" type="QString" value="certain" />
       </Option>
       <Option type="Map">
        <Option name="Probable" type="QString" value="probable" />
       </Option>
       <Option type="Map">
        <Option name="Doubtful" type="QString" value="doubtful" />
       </Option>
       <Option type="Map">
        <Option name="Asked for" type="QString" value="asked" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="source_file" index="0" name="File" />
  <alias field="question" index="1" name="Question" />
  <alias field="guess" index="2" name="Guess" />
  <alias field="confidence" index="3" name="Confidence" />
  <alias field="evidence" index="4" name="Evidence" />
  <alias field="alternatives" index="5" name="Alternatives" />
  <alias field="parameter" index="6" name="Parameter that overrides it" />
  <alias field="override" index="7" name="Right answer" />
 </aliases>
 <previewExpression>"guess"</previewExpression>
</qgis>
